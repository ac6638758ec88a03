package io.wanqu.bench.drive;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Plays the sandbox rail: signs callbacks as it does, with the secret that a shop's staff can read. */
public record Sandbox(String shop, String payee, String secret) {

    /** The notice that a payment succeeded or failed; its event is named after it, so that a repeat is a repeat. */
    public String callback(String payment, long minor, String state) {
        return callback(state + "-" + payment, payment, minor, state);
    }

    public String callback(String event, String payment, long minor, String state) {
        return "{\"event\":\"" + event + "\",\"shop\":\"" + shop + "\",\"payment\":\"" + payment + "\",\"amount\":" + minor
                + ",\"currency\":\"CNY\",\"payee\":\"" + payee + "\",\"state\":\"" + state + "\"}";
    }

    /** The header line over this body at this time. */
    public String signature(long seconds, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var hash = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return "Sandbox-Signature: t=" + seconds + ",v1=" + HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is missing in this Java", e);
        }
    }

    @Override
    public String toString() {
        return "Sandbox[" + shop + "]";
    }
}
