package io.wanqu.simulators.wechatpay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM under a merchant's key, as certificates and callbacks are wrapped. */
final class Aead {

    static final String NAME = "AEAD_AES_256_GCM";

    private static final int TAG_BITS = 128;
    private static final String LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Aead() {
    }

    static String seal(String key, String associated, String nonce, String text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key.getBytes(UTF_8), "AES"),
                new GCMParameterSpec(TAG_BITS, nonce.getBytes(UTF_8)));
            cipher.updateAAD(associated.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(cipher.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String nonce(int length) {
        var nonce = new StringBuilder(length);
        for (var at = 0; at < length; at++) {
            nonce.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return nonce.toString();
    }
}
