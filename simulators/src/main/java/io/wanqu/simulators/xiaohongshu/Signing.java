package io.wanqu.simulators.xiaohongshu;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.simulators.market.App;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** The platform's side of signatures: neither of them covers what is asked or told. */
final class Signing {

    private Signing() {
    }

    static String call(App app, String method, String timestamp, String version) {
        return md5(method + "?appId=" + app.key() + "&timestamp=" + timestamp + "&version=" + version + app.secret());
    }

    static String push(App app, String path, Map<String, String> parameters) {
        var text = new StringJoiner("&", path + "?", app.secret());
        new TreeMap<>(parameters).forEach((name, value) -> text.add(name + "=" + value));
        return md5(text.toString());
    }

    static boolean same(String left, String right) {
        return MessageDigest.isEqual(left.getBytes(UTF_8), right.getBytes(UTF_8));
    }

    private static String md5(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
