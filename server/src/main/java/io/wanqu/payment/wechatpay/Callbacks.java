package io.wanqu.payment.wechatpay;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.wechat.pay.java.core.exception.DecryptionException;
import com.wechat.pay.java.core.exception.MalformedMessageException;
import com.wechat.pay.java.core.exception.ValidationException;
import com.wechat.pay.java.core.notification.Notification;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.core.util.GsonUtil;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.refund.model.RefundNotification;

import io.wanqu.kernel.Money;
import io.wanqu.payment.rail.ForgedNotice;
import io.wanqu.payment.rail.RailNotice;
import io.wanqu.payment.rail.RailNotice.What;
import io.wanqu.payment.rail.Reference;
import io.wanqu.payment.rail.Seen;

/** What the provider tells: signature first, then the time, then the seal, then the words. */
final class Callbacks {

    private static final Duration DRIFT_MAX = Duration.ofMinutes(5);
    private static final String PAID = "TRANSACTION.SUCCESS";
    private static final String REFUND = "REFUND.";
    /** The platform sometimes sends a signature that is wrong on purpose, and marks it so [M]; it wants to be refused. */
    private static final String SIGNATURE_TEST = "WECHATPAY/SIGNTEST/";

    private final Client client;
    private final Clock clock;

    Callbacks(Client client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    List<RailNotice> read(Map<String, String> headers, byte[] body) {
        var text = new String(body, StandardCharsets.UTF_8);
        var timestamp = header(headers, "wechatpay-timestamp");
        if (header(headers, "wechatpay-signature").startsWith(SIGNATURE_TEST)) {
            throw new ForgedNotice(ForgedNotice.Kind.PROBE, "a signature that is not wrong on purpose");
        }
        var resource = opened(new RequestParam.Builder()
                .serialNumber(header(headers, "wechatpay-serial"))
                .timestamp(timestamp)
                .nonce(header(headers, "wechatpay-nonce"))
                .signature(header(headers, "wechatpay-signature"))
                .body(text)
                .build(), timestamp);
        var told = GsonUtil.getGson().fromJson(text, Notification.class);
        if (told.getId() == null || told.getEventType() == null) {
            throw unreadable();
        }
        try {
            if (told.getEventType().equals(PAID)) {
                return paid(told.getId(), GsonUtil.getGson().fromJson(resource, Transaction.class));
            }
            return told.getEventType().startsWith(REFUND) ? refund(told.getId(), resource) : List.of();
        } catch (JsonParseException | NullPointerException e) {
            throw unreadable();
        }
    }

    private JsonObject opened(RequestParam told, String timestamp) {
        try {
            var resource = client.parser.parse(told, JsonObject.class);
            if (Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp)) >= DRIFT_MAX.toSeconds()) {
                throw new ForgedNotice(ForgedNotice.Kind.STALE, "a time within " + DRIFT_MAX.toMinutes() + " minutes of now");
            }
            if (resource == null) {
                throw unreadable();
            }
            return resource;
        } catch (ValidationException e) {
            throw new ForgedNotice(ForgedNotice.Kind.FORGED, "the provider's signature over time, nonce and body");
        } catch (MalformedMessageException | DecryptionException | JsonParseException | IllegalArgumentException | NullPointerException e) {
            throw unreadable();
        }
    }

    private List<RailNotice> paid(String event, Transaction transaction) {
        if (Paying.seen(transaction).state() != Seen.State.PAID) {
            return List.of();
        }
        return List.of(RailNotice.ofPayment(event, What.PAID,
                new Reference(transaction.getOutTradeNo(), transaction.getTransactionId(), Paying.money(transaction)),
                transaction.getMchid(), transaction.getAppid()));
    }

    /** The kit's class for it leaves the merchant out, so that is read from the same words directly. */
    private List<RailNotice> refund(String event, JsonObject resource) {
        var refund = GsonUtil.getGson().fromJson(resource, RefundNotification.class);
        var what = switch (Refunding.sent(refund.getRefundStatus(), refund.getRefundId()).state()) {
            case SUCCEEDED -> What.REFUND_SUCCEEDED;
            case FAILED -> What.REFUND_FAILED;
            case PROCESSING, MISSING -> null;
        };
        if (what == null) {
            return List.of();
        }
        var currency = refund.getAmount().getCurrency() == null ? "CNY" : refund.getAmount().getCurrency();
        return List.of(new RailNotice(event, what, refund.getOutTradeNo(), refund.getOutRefundNo(),
                Money.of(refund.getAmount().getRefund(), currency), resource.get("mchid").getAsString(), null, refund.getTransactionId()));
    }

    private static String header(Map<String, String> headers, String name) {
        var value = headers.get(name);
        if (value == null || value.isEmpty()) {
            throw new ForgedNotice(ForgedNotice.Kind.FORGED, "a header " + name);
        }
        return value;
    }

    private static ForgedNotice unreadable() {
        return new ForgedNotice(ForgedNotice.Kind.UNREADABLE, "a callback in the provider's form, sealed with the account's key");
    }
}
