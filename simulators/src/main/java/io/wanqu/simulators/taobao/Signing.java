package io.wanqu.simulators.taobao;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The three signatures that the platform accepts, each over all names but the signature's own. */
final class Signing {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Signing() {
    }

    /** Null when the method of signing is not one of the three. */
    static @Nullable String sign(Map<String, String> parameters, String secret, String signMethod) {
        var text = new StringBuilder();
        new TreeMap<>(parameters).forEach((name, value) -> {
            if (!name.equals("sign") && !name.isEmpty() && !value.isEmpty()) {
                text.append(name).append(value);
            }
        });
        return switch (signMethod) {
            case "md5" -> HEX.formatHex(digest(secret + text + secret));
            case "hmac" -> HEX.formatHex(mac("HmacMD5", secret, text.toString()));
            case "hmac-sha256" -> HEX.formatHex(mac("HmacSHA256", secret, text.toString()));
            default -> null;
        };
    }

    static boolean same(@Nullable String expected, String given) {
        return expected != null && MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] mac(String algorithm, String secret, String text) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
