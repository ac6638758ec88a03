package io.wanqu.payment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.wanqu.kernel.Json;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.sealing.Sealing;
import io.wanqu.shop.Shops;

import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * A rail without a bank, for trying out and for proofs. Its callbacks are signed as the real ones are: header
 * {@code Sandbox-Signature: t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">} under the shop's sandbox secret.
 */
@Component
class SandboxRail implements Rail {

    static final String NAME = "sandbox";
    static final String SIGNATURE_HEADER = "sandbox-signature";
    private static final Duration DRIFT_MAX = Duration.ofMinutes(5);

    private final Shops shops;
    private final Sealing sealing;
    private final Clock clock;

    SandboxRail(Shops shops, Sealing sealing, Clock clock) {
        this.shops = shops;
        this.sealing = sealing;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String payee(ShopId shop) {
        return "sandbox-" + shop.text();
    }

    @Override
    public Map<String, String> instruction(Payment payment) {
        return Map.of("how", "POST /api/v1/sandbox/shops/" + payment.shop() + "/payments/" + payment.id() + "/success");
    }

    /** Derived, so that it need not be kept: the key behind it is the shop's. */
    String secret(ShopId shop) {
        return HexFormat.of().formatHex(sealing.hash(shop, "payment.sandbox", NAME.getBytes(StandardCharsets.UTF_8)));
    }

    String sign(ShopId shop, long seconds, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret(shop).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is missing in this Java", e);
        }
    }

    @Override
    public Notice read(Map<String, String> headers, byte[] body) {
        var signature = headers.getOrDefault(SIGNATURE_HEADER, "");
        var callback = parse(body);
        var shop = ShopId.of(callback.shop());
        var seconds = seconds(signature);
        if (!exists(shop) || !MessageDigest.isEqual(signature.getBytes(StandardCharsets.UTF_8),
                sign(shop, seconds, body).getBytes(StandardCharsets.UTF_8))) {
            throw new PaymentProblem.ForgedCallback("a signature over time and body with the shop's sandbox secret");
        }
        if (Math.abs(clock.instant().getEpochSecond() - seconds) > DRIFT_MAX.toSeconds()) {
            throw new PaymentProblem.ForgedCallback("a time within " + DRIFT_MAX.toMinutes() + " minutes of now");
        }
        return notice(callback, shop);
    }

    /** Asked first, because a shop that is not there would be given a secret by asking for it. */
    private boolean exists(ShopId shop) {
        return shops.byIds(List.of(shop)).containsKey(shop);
    }

    private static Notice notice(Callback callback, ShopId shop) {
        try {
            return new Notice(NAME, callback.event(), shop, Long.parseLong(callback.payment()), callback.payee(),
                    Money.of(callback.amount(), callback.currency()), callback.state().equals("SUCCESS"));
        } catch (IllegalArgumentException e) {
            throw new PaymentProblem.UnreadableCallback();
        }
    }

    private static Callback parse(byte[] body) {
        try {
            var callback = Json.read(new String(body, StandardCharsets.UTF_8), Callback.class);
            if (callback == null || callback.shop() == null || callback.event() == null || callback.payment() == null
                    || callback.payee() == null || callback.currency() == null || callback.state() == null) {
                throw new PaymentProblem.UnreadableCallback();
            }
            return callback;
        } catch (JacksonException e) {
            throw new PaymentProblem.UnreadableCallback();
        }
    }

    private static long seconds(String signature) {
        try {
            return Long.parseLong(signature.substring(2, Math.max(2, signature.indexOf(','))));
        } catch (RuntimeException e) {
            throw new PaymentProblem.ForgedCallback("a header Sandbox-Signature: t=<seconds>,v1=<hex>");
        }
    }

    @Override
    public String acknowledgement() {
        return "{\"code\":\"SUCCESS\"}";
    }

    @Override
    public boolean refund(Refund refund) {
        return true;
    }

    /** The body of a callback. */
    record Callback(String event, String shop, String payment, long amount, String currency, String payee, String state) {
    }
}
