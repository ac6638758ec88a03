package io.wanqu.simulators.doudian;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.simulators.market.App;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The platform's three signatures: over calls it receives, calls it makes to a seller's service, and pushes. */
final class Signing {

    private static final HexFormat HEX = HexFormat.of();

    private Signing() {
    }

    /** Five names take part; the access token and the method of signing do not. */
    static String call(App app, String method, String paramJson, String timestamp, String signMethod) {
        var text = app.secret()
            + "app_key" + app.key()
            + "method" + method
            + "param_json" + paramJson
            + "timestamp" + timestamp
            + "v" + "2"
            + app.secret();
        return seal(app, text, signMethod);
    }

    /** What the platform signs when it calls a seller's own address: neither method nor version. */
    static String outward(App app, String paramJson, String timestamp, String signMethod) {
        var text = app.secret()
            + "app_key" + app.key()
            + "param_json" + paramJson
            + "timestamp" + timestamp
            + app.secret();
        return seal(app, text, signMethod);
    }

    static String push(App app, byte[] body) {
        var digest = md5();
        digest.update(app.key().getBytes(UTF_8));
        digest.update(body);
        digest.update(app.secret().getBytes(UTF_8));
        return HEX.formatHex(digest.digest());
    }

    static boolean same(String left, String right) {
        return MessageDigest.isEqual(left.getBytes(UTF_8), right.getBytes(UTF_8));
    }

    private static String seal(App app, String text, String signMethod) {
        return signMethod.equals("hmac-sha256") ? hmac(app.secret(), text) : HEX.formatHex(md5().digest(text.getBytes(UTF_8)));
    }

    private static String hmac(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return HEX.formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
