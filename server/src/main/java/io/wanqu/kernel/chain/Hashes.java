package io.wanqu.kernel.chain;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The two forms that a chain is made of. A netstring is the length of the UTF-8 bytes in decimal digits, a colon, the bytes,
 * a comma: no two different lists of texts have the same bytes.
 */
public final class Hashes {

    private Hashes() {
    }

    public static byte[] netstrings(String... texts) {
        var bytes = new ByteArrayOutputStream();
        for (var text : texts) {
            var content = text.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes((content.length + ":").getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(content);
            bytes.write(',');
        }
        return bytes.toByteArray();
    }

    public static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing in this Java", e);
        }
    }
}
