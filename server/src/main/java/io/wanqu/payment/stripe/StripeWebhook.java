package io.wanqu.payment.stripe;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;

import io.wanqu.kernel.Json;
import io.wanqu.kernel.Money;
import io.wanqu.payment.rail.ForgedNotice;
import io.wanqu.payment.rail.ForgedNotice.Kind;
import io.wanqu.payment.rail.RailAccount;
import io.wanqu.payment.rail.RailNotice;
import io.wanqu.payment.rail.RailNotice.What;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads Stripe's webhook. The library verifies the signature; the event is read as plain JSON, because the library refuses
 * to read objects of another API version than its own, and the account decides which version it sends.
 */
final class StripeWebhook {

    private static final Duration DRIFT_MAX = Duration.ofMinutes(5);

    private final Clock clock;

    StripeWebhook(Clock clock) {
        this.clock = clock;
    }

    List<RailNotice> read(RailAccount account, String signature, byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        verify(account, signature, text);
        try {
            var event = Json.read(text, JsonNode.class);
            var notice = notice(account, event);
            return notice == null ? List.of() : List.of(notice);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new ForgedNotice(Kind.UNREADABLE, "an event of Stripe");
        }
    }

    private void verify(RailAccount account, String signature, String text) {
        var secret = account.keys().reveal("webhookSecret");
        try {
            Webhook.Signature.verifyHeader(text, signature, secret, DRIFT_MAX.toSeconds(), clock);
        } catch (SignatureVerificationException e) {
            var old = signed(text, signature, secret);
            throw old ? new ForgedNotice(Kind.STALE, "a time within " + DRIFT_MAX.toMinutes() + " minutes of now")
                    : new ForgedNotice(Kind.FORGED, "a header Stripe-Signature by the endpoint's secret");
        }
        var ahead = clock.instant().plus(DRIFT_MAX).getEpochSecond();
        if (seconds(signature) > ahead) {
            throw new ForgedNotice(Kind.STALE, "a time within " + DRIFT_MAX.toMinutes() + " minutes of now");
        }
    }

    private static boolean signed(String text, String signature, String secret) {
        try {
            return Webhook.Signature.verifyHeader(text, signature, secret, 0);
        } catch (SignatureVerificationException e) {
            return false;
        }
    }

    /** The library takes no offence at a time in the future. */
    private static long seconds(String signature) {
        for (var part : signature.split(",")) {
            if (part.strip().startsWith("t=")) {
                return Long.parseLong(part.strip().substring(2));
            }
        }
        return 0;
    }

    /** Null for events that mean nothing to us, and for payments of somebody else who uses the same account. */
    private static @Nullable RailNotice notice(RailAccount account, JsonNode event) {
        var object = event.path("data").path("object");
        var what = switch (event.path("type").asString("")) {
            case "payment_intent.succeeded" -> What.PAID;
            case "payment_intent.canceled" -> What.CLOSED;
            case "charge.dispute.funds_withdrawn" -> What.CHARGED_BACK;
            case "charge.dispute.funds_reinstated" -> What.CHARGE_BACK_WON;
            case "refund.updated", "refund.failed", "charge.refund.updated" -> refund(object);
            default -> null;
        };
        var payment = object.path("metadata").path(StripeRail.PAYMENT).asString("");
        var refund = object.path("metadata").path(StripeRail.REFUND).asString("");
        var ours = switch (what) {
            case null -> false;
            case PAID, FAILED, CLOSED -> !payment.isEmpty();
            case REFUND_SUCCEEDED, REFUND_FAILED -> !refund.isEmpty();
            case CHARGED_BACK, CHARGE_BACK_WON -> true;
        };
        if (what == null || !ours) {
            return null;
        }
        var intent = object.path("object").asString("").equals("payment_intent") ? object.path("id") : object.path("payment_intent");
        var amount = what == What.PAID ? object.path("amount_received") : object.path("amount");
        return new RailNotice(text(event.path("id")), what, payment, refund.isEmpty() ? null : refund,
                Money.of(amount.asLong(-1), text(object.path("currency")).toUpperCase(Locale.ROOT)),
                event.path("account").asString(account.payee()), app(account, event.path("livemode").asBoolean(false)), text(intent));
    }

    private static @Nullable What refund(JsonNode refund) {
        return switch (refund.path("status").asString("")) {
            case "succeeded" -> What.REFUND_SUCCEEDED;
            case "failed", "canceled" -> What.REFUND_FAILED;
            default -> null;
        };
    }

    /** Live and test money are two applications of one account, where the account says which it is. */
    static @Nullable String app(RailAccount account, @Nullable Boolean live) {
        return account.app().isEmpty() ? null : Boolean.TRUE.equals(live) ? "live" : "test";
    }

    private static String text(JsonNode node) {
        var text = node.asString("");
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a value is missing");
        }
        return text;
    }
}
