package io.wanqu.connectors.doudian;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.connector.ChannelAccount.App;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Doudian's signatures. MD5 is here to check what the platform sends; calls of ours use HMAC. */
final class Signing {

    private Signing() {
    }

    /** Over five names only: the access token travels unsigned. */
    static String call(App app, String method, String paramJson, String timestamp) {
        return hmac(app, wrapped(app, "app_key" + app.key() + "method" + method + "param_json" + paramJson
            + "timestamp" + timestamp + "v" + Facts.VERSION));
    }

    /** Over what the platform sends to an address of ours; the sender says which method it used. */
    static boolean verifies(App app, InwardCall call) {
        var text = wrapped(app, "app_key" + app.key() + "param_json" + call.paramJson()
            + "timestamp" + call.timestamp());
        var expected = call.signMethod().equals(Facts.SIGN_METHOD) ? hmac(app, text) : md5(text.getBytes(UTF_8));
        return same(expected, call.sign());
    }

    static boolean verifiesPush(App app, byte[] body, String sign) {
        return same(pushSign(app, body), sign) || same(pushSign(app, withoutWhiteSpace(body)), sign);
    }

    private static String pushSign(App app, byte[] body) {
        return md5(app.key().getBytes(UTF_8), body, app.secret().reveal().getBytes(UTF_8));
    }

    /** At least one sender strips white space before it signs; tried only after the raw bytes failed. */
    private static byte[] withoutWhiteSpace(byte[] body) {
        return new String(body, UTF_8).replaceAll("\\s", "").getBytes(UTF_8);
    }

    private static String wrapped(App app, String text) {
        return app.secret().reveal() + text + app.secret().reveal();
    }

    private static String hmac(App app, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(app.secret().reveal().getBytes(UTF_8), mac.getAlgorithm()));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has this algorithm", e);
        }
    }

    private static String md5(byte[]... parts) {
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

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
    }

    /** A call of the platform to a service of ours. */
    record InwardCall(String paramJson, String timestamp, String signMethod, String sign) {
    }
}
