package io.wanqu.simulators.kuaishou;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The platform's side of signatures and of sealed messages. */
final class Signing {

    private Signing() {
    }

    static String sign(Map<String, String> parameters, String secret) {
        var text = new StringJoiner("&");
        new TreeMap<>(parameters).forEach((name, value) -> text.add(name + "=" + value));
        text.add("signSecret=" + secret);
        var bytes = text.toString().getBytes(UTF_8);
        try {
            if ("MD5".equals(parameters.get("signMethod"))) {
                return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
            }
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] seal(String text, String key) {
        try {
            var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(Base64.getDecoder().decode(key), "AES"),
                new IvParameterSpec(new byte[16]));
            return Base64.getEncoder().encode(cipher.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean same(String left, String right) {
        return MessageDigest.isEqual(left.getBytes(UTF_8), right.getBytes(UTF_8));
    }
}
