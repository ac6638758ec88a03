package io.wanqu.simulators.wechatshop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The platform's side of signed and sealed messages. */
final class Sealing {

    private static final int BLOCK = 32;

    private Sealing() {
    }

    static String sign(String... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(String.join("", sorted).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sixteen random bytes, the length, the message, the application; padded to a multiple of thirty-two. */
    static String seal(String message, String appId, String encodingKey) {
        var key = Base64.getDecoder().decode(encodingKey + "=");
        var random = new byte[16];
        new SecureRandom().nextBytes(random);
        var text = message.getBytes(UTF_8);
        var receiver = appId.getBytes(UTF_8);
        var length = random.length + 4 + text.length + receiver.length;
        var padding = BLOCK - length % BLOCK;
        var plain = ByteBuffer.allocate(length + padding).put(random).putInt(text.length).put(text).put(receiver);
        while (plain.hasRemaining()) {
            plain.put((byte) padding);
        }
        try {
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(Arrays.copyOf(key, 16)));
            return Base64.getEncoder().encodeToString(cipher.doFinal(plain.array()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
