package io.wanqu.payment.alipay;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;

import io.wanqu.payment.rail.ForgedNotice;
import io.wanqu.payment.rail.RailNotice;
import io.wanqu.payment.rail.RailNotice.What;
import io.wanqu.payment.rail.Reference;

/** What the provider tells: a form, its signature first, then its time, then its words. */
final class Notifications {

    /** It repeats for 25 hours, and whether the time within moves on with each repetition is not known [M]. */
    private static final Duration AGE_MAX = Duration.ofHours(26);
    private static final Duration DRIFT_MAX = Duration.ofMinutes(15);
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final Client client;
    private final Clock clock;

    Notifications(Client client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /**
     * Notices of refunds are passed over: they tell the sum of all refunds so far and not the one, and a refund's answer has
     * told already.
     */
    List<RailNotice> read(byte[] body) {
        var told = decoded(new String(body, StandardCharsets.UTF_8));
        verify(told);
        if (told.containsKey("refund_fee") || told.containsKey("gmt_refund")) {
            return List.of();
        }
        return switch (told.getOrDefault("trade_status", "")) {
            case "TRADE_SUCCESS", "TRADE_FINISHED" -> List.of(notice(told, What.PAID));
            case "TRADE_CLOSED" -> told.containsKey("gmt_payment") ? List.of() : List.of(notice(told, What.CLOSED));
            default -> List.of();
        };
    }

    private void verify(Map<String, String> told) {
        try {
            // The kit removes what it does not sign from the map it is given.
            if (told.getOrDefault("sign", "").isEmpty() || !Client.SIGN_TYPE.equals(told.get("sign_type"))
                    || !AlipaySignature.verifyV1(new HashMap<>(told), client.publicKey, Client.CHARSET, Client.SIGN_TYPE)) {
                throw new ForgedNotice(ForgedNotice.Kind.FORGED, "the provider's RSA2 signature over the sorted form");
            }
        } catch (AlipayApiException e) {
            throw new ForgedNotice(ForgedNotice.Kind.FORGED, "the provider's RSA2 signature over the sorted form");
        }
        try {
            var at = LocalDateTime.parse(told.getOrDefault("notify_time", "").replace(' ', 'T')).atZone(BEIJING).toInstant();
            var now = clock.instant();
            if (at.isBefore(now.minus(AGE_MAX)) || at.isAfter(now.plus(DRIFT_MAX))) {
                throw new ForgedNotice(ForgedNotice.Kind.STALE, "a time within the last " + AGE_MAX.toHours() + " hours");
            }
        } catch (DateTimeException e) {
            throw unreadable();
        }
    }

    /** An event is a state with its amount, so that the same news under another number of telling is the same event. */
    private static RailNotice notice(Map<String, String> told, What what) {
        try {
            var amount = Yuan.money(needed(told, "total_amount"));
            var transaction = needed(told, "trade_no");
            return RailNotice.ofPayment(transaction + "/" + what + "/" + amount.minor(), what,
                    new Reference(needed(told, "out_trade_no"), transaction, amount), needed(told, "seller_id"), needed(told, "app_id"));
        } catch (ArithmeticException | NumberFormatException e) {
            throw unreadable();
        }
    }

    private static String needed(Map<String, String> told, String name) {
        var value = told.get(name);
        if (value == null || value.isEmpty()) {
            throw unreadable();
        }
        return value;
    }

    /** Decoded exactly once: the signature is over the decoded values. A name that comes twice is no form of the provider's. */
    private static Map<String, String> decoded(String form) {
        var told = new HashMap<String, String>();
        try {
            for (var pair : form.split("&")) {
                var at = pair.indexOf('=');
                if (at > 0 && told.put(URLDecoder.decode(pair.substring(0, at), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8)) != null) {
                    throw unreadable();
                }
            }
        } catch (IllegalArgumentException e) {
            throw unreadable();
        }
        return told;
    }

    private static ForgedNotice unreadable() {
        return new ForgedNotice(ForgedNotice.Kind.UNREADABLE, "a form with the provider's fields");
    }
}
