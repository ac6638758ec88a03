package io.wanqu.simulators;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The fingerprint most platforms sign with. */
public final class Md5 {

    private Md5() {
    }

    /** In lower-case hexadecimal digits. */
    public static String of(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Over sorted names and values between two secrets, as many platforms have it; the signature itself is left out. */
    public static String ofParameters(String secret, Map<String, String> parameters) {
        var text = new StringBuilder(secret);
        new TreeMap<>(parameters).forEach((name, value) -> {
            if (!name.equals("sign")) {
                text.append(name).append(value);
            }
        });
        return of(text.append(secret).toString());
    }

    public static boolean same(String left, String right) {
        return MessageDigest.isEqual(left.toLowerCase(Locale.ROOT).getBytes(UTF_8),
            right.toLowerCase(Locale.ROOT).getBytes(UTF_8));
    }
}
