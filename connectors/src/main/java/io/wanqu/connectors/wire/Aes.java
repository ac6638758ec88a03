package io.wanqu.connectors.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Opens what a platform sealed with AES in CBC mode; nothing here believes what a stranger sent. */
public final class Aes {

    private static final int BLOCK = 16;

    private Aes() {
    }

    /** Null for a wrong key, length or padding. */
    public static byte @Nullable [] open(byte[] key, byte[] start, String padding, byte[] sealed) {
        try {
            var cipher = Cipher.getInstance("AES/CBC/" + padding);
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(start));
            return cipher.doFinal(sealed);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return null;
        }
    }

    public static byte[] zeroStart() {
        return new byte[BLOCK];
    }

    /** Null unless the text is exactly what an encoder writes: a lenient reader would take many texts for one. */
    public static byte @Nullable [] base64(String text) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            return Base64.getEncoder().encodeToString(bytes).equals(text) ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Null for bytes that are no text, which is what most forgeries turn into. */
    public static @Nullable String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
