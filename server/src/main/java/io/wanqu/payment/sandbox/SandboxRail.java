package io.wanqu.payment.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.wanqu.kernel.Json;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.sealing.Sealing;
import io.wanqu.payment.rail.Asked;
import io.wanqu.payment.rail.BuiltInRail;
import io.wanqu.payment.rail.ForgedNotice;
import io.wanqu.payment.rail.Keys;
import io.wanqu.payment.rail.Method;
import io.wanqu.payment.rail.RailAccount;
import io.wanqu.payment.rail.RailNotice;
import io.wanqu.payment.rail.RailNotice.What;
import io.wanqu.payment.rail.Reference;
import io.wanqu.payment.rail.RefundAsked;
import io.wanqu.payment.rail.Seen;
import io.wanqu.payment.rail.Sent;
import io.wanqu.shop.Shops;

import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * A rail without a bank, for trying out and for proofs. Its callbacks are signed as the real ones are: header
 * {@code Sandbox-Signature: t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">} under the shop's sandbox secret.
 */
@Component
public class SandboxRail implements BuiltInRail {

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
    public Set<Method> methods() {
        return Set.of(Method.SANDBOX);
    }

    @Override
    public Set<String> keys() {
        return Set.of();
    }

    @Override
    public RailAccount account(ShopId shop) {
        return new RailAccount(new RailAccount.Key(shop, shop.value()), NAME, null, payee(shop), "", new Keys(Map.of()), null, 1);
    }

    public String payee(ShopId shop) {
        return "sandbox-" + shop.text();
    }

    @Override
    public Map<String, String> instruction(ShopId shop, String payment) {
        return Map.of("how", "POST /api/v1/sandbox/shops/" + shop + "/payments/" + payment + "/success");
    }

    /** Derived, so that it need not be kept: the key behind it is the shop's. */
    String secret(ShopId shop) {
        return HexFormat.of().formatHex(sealing.hash(shop, "payment.sandbox", NAME.getBytes(StandardCharsets.UTF_8)));
    }

    /** The signature header of a callback, as the sandbox itself would send it. */
    public String sign(ShopId shop, long seconds, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret(shop).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is missing in this Java", e);
        }
    }

    /** The shop a callback claims to be for. Nothing else in it is looked at, and it is believed only after {@link #read}. */
    ShopId claimed(byte[] body) {
        return ShopId.of(parse(body).shop());
    }

    @Override
    public List<RailNotice> read(RailAccount account, Map<String, String> headers, byte[] body) {
        var signature = headers.getOrDefault(SIGNATURE_HEADER, "");
        var callback = parse(body);
        var shop = account.key().shop();
        var seconds = seconds(signature);
        if (!exists(shop) || !callback.shop().equals(shop.text()) || !MessageDigest.isEqual(signature.getBytes(StandardCharsets.UTF_8),
                sign(shop, seconds, body).getBytes(StandardCharsets.UTF_8))) {
            throw new ForgedNotice(ForgedNotice.Kind.FORGED, "a signature over time and body with the shop's sandbox secret");
        }
        if (Math.abs(clock.instant().getEpochSecond() - seconds) > DRIFT_MAX.toSeconds()) {
            throw new ForgedNotice(ForgedNotice.Kind.STALE, "a time within " + DRIFT_MAX.toMinutes() + " minutes of now");
        }
        return List.of(notice(callback));
    }

    /** Asked first, because a shop that is not there would be given a secret by asking for it. */
    private boolean exists(ShopId shop) {
        return shops.byIds(List.of(shop)).containsKey(shop);
    }

    private static RailNotice notice(Callback callback) {
        try {
            var what = switch (callback.state()) {
                case "SUCCESS" -> What.PAID;
                case "CHARGED_BACK" -> What.CHARGED_BACK;
                case "CHARGE_BACK_WON" -> What.CHARGE_BACK_WON;
                default -> What.FAILED;
            };
            return new RailNotice(callback.event(), what, callback.payment(), null, Money.of(callback.amount(), callback.currency()),
                    callback.payee(), null, null);
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static ForgedNotice unreadable() {
        return new ForgedNotice(ForgedNotice.Kind.UNREADABLE, "a callback of the sandbox");
    }

    private static Callback parse(byte[] body) {
        try {
            var callback = Json.read(new String(body, StandardCharsets.UTF_8), Callback.class);
            if (callback == null || callback.shop() == null || callback.event() == null || callback.payment() == null
                    || callback.payee() == null || callback.currency() == null || callback.state() == null) {
                throw unreadable();
            }
            return callback;
        } catch (JacksonException e) {
            throw unreadable();
        }
    }

    private static long seconds(String signature) {
        try {
            return Long.parseLong(signature.substring(2, Math.max(2, signature.indexOf(','))));
        } catch (RuntimeException e) {
            throw new ForgedNotice(ForgedNotice.Kind.FORGED, "a header Sandbox-Signature: t=<seconds>,v1=<hex>");
        }
    }

    @Override
    public Reply acknowledged() {
        return new Reply(200, "application/json", "{\"code\":\"SUCCESS\"}");
    }

    @Override
    public Reply failed() {
        return new Reply(500, "application/json", "{\"code\":\"FAIL\"}");
    }

    @Override
    public Started start(RailAccount account, Asked asked) {
        return new Started(instruction(account.key().shop(), asked.payment()), null);
    }

    @Override
    public Seen query(RailAccount account, Reference payment) {
        return Seen.unpaid(Seen.State.PENDING);
    }

    @Override
    public Seen close(RailAccount account, Reference payment) {
        return Seen.unpaid(Seen.State.CLOSED);
    }

    @Override
    public Sent refund(RailAccount account, RefundAsked refund) {
        return Sent.succeeded(null);
    }

    @Override
    public Sent refundState(RailAccount account, RefundAsked refund) {
        return Sent.succeeded(null);
    }

    /** The body of a callback. */
    record Callback(String event, String shop, String payment, long amount, String currency, String payee, String state) {
    }
}
