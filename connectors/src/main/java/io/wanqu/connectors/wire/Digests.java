package io.wanqu.connectors.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Fingerprints as platforms ask for them. MD5 protects nothing today; it is here because they still sign with it. */
public final class Digests {

    private Digests() {
    }

    /** In lower-case hexadecimal digits. */
    public static String md5(String text) {
        return md5(text.getBytes(UTF_8));
    }

    public static String md5(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("MD5");
            for (var part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has this algorithm", e);
        }
    }

    /** In lower-case hexadecimal digits. */
    public static String sha1(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has this algorithm", e);
        }
    }

    public static byte[] hmac(String algorithm, String key, String text) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), algorithm));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has this algorithm", e);
        }
    }

    /** Names and values one after the other, sorted by the bytes of the names. */
    public static String joined(Map<String, String> parameters) {
        var text = new StringBuilder();
        new TreeMap<>(parameters).forEach((name, value) -> text.append(name).append(value));
        return text.toString();
    }

    public static String upper(String digits) {
        return digits.toUpperCase(Locale.ROOT);
    }

    /** In a time that tells nothing of where the texts differ; the case of hexadecimal digits does not count. */
    public static boolean same(String expected, String given) {
        return MessageDigest.isEqual(upper(expected).getBytes(UTF_8), upper(given).getBytes(UTF_8));
    }

    /** In the same steady time, for texts whose case counts. */
    public static boolean exactly(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
    }
}
