package io.wanqu.connectors.doudian;

import io.wanqu.connector.Delivery;
import io.wanqu.connector.Delivery.Code;
import io.wanqu.connector.DeliveryOutcome;
import io.wanqu.connector.DeliveryOutcome.AlreadyDelivered;
import io.wanqu.connector.DeliveryOutcome.Delivered;
import io.wanqu.connector.DeliveryOutcome.Refused;
import io.wanqu.connector.DeliveryOutcome.RetryLater;
import io.wanqu.connector.DeliveryOutcome.TooLate;
import io.wanqu.connector.Outcome;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes card keys back as electronic coupons. */
final class Coupons {

    private static final String ALREADY_PROCESSED = "000008";
    private static final String OTHER_CONTENT = "010004";
    private static final String TOO_LATE = "010012";
    private static final String CONCURRENT = "010013";

    /** Unverified: a code that can be used at once. */
    private static final int USABLE = 2;

    private final Gateway gateway;

    Coupons(Gateway gateway) {
        this.gateway = gateway;
    }

    DeliveryOutcome deliver(Delivery delivery) {
        var envelope = gateway.call("coupons.syncV2", Map.of(
            "order_id", delivery.externalLineId(),
            "sku_id", Long.parseLong(delivery.externalSkuId()),
            "cert_list", delivery.codes().stream().map(code -> cert(delivery, code)).toList()));
        return switch (envelope.couponNumber()) {
            case ALREADY_PROCESSED -> new AlreadyDelivered();
            case CONCURRENT -> new RetryLater(Facts.CONCURRENT_WAIT);
            case TOO_LATE -> new TooLate();
            case OTHER_CONTENT -> compared(delivery, envelope);
            case "" -> plain(envelope);
            default -> refused(envelope);
        };
    }

    private static DeliveryOutcome plain(Envelope envelope) {
        if (envelope.ok()) {
            return new Delivered();
        }
        var trouble = envelope.trouble();
        if (trouble.retryable() || trouble.needsAuthorisation()) {
            throw trouble;
        }
        return refused(envelope);
    }

    private static DeliveryOutcome refused(Envelope envelope) {
        var number = envelope.couponNumber();
        return new Refused(number.isEmpty() ? envelope.fullCode() : number, envelope.subMessage());
    }

    /** The platform holds something else than we sent now; only its own list tells whether these are our codes. */
    private DeliveryOutcome compared(Delivery delivery, Envelope envelope) {
        var sent = delivery.codes().stream().map(Code::number).collect(Collectors.toSet());
        return shown(delivery.externalLineId()).equals(sent) ? new AlreadyDelivered() : refused(envelope);
    }

    private Set<String> shown(String lineId) {
        var numbers = new HashSet<String>();
        var data = gateway.data("coupons.list", Map.of("order_id", lineId));
        for (var each : data.path("data")) {
            numbers.add(each.path("cert_no").asString(""));
        }
        return numbers;
    }

    /** The time of granting is the time of payment: a repeat must have the same content to the letter. */
    private static Map<String, Object> cert(Delivery delivery, Code code) {
        var cert = new LinkedHashMap<String, Object>();
        cert.put("out_cert_id", code.stableId());
        cert.put("cert_no", code.number());
        var secret = code.secret();
        if (secret != null) {
            cert.put("cert_key", secret.reveal());
        }
        cert.put("grant_time", Facts.LOCAL_TIME.format(delivery.paidAt()));
        cert.put("status", USABLE);
        return cert;
    }

    Outcome giveUp(String lineId) {
        var envelope = gateway.call("coupons.CertSyncFailedCancelOrder", Map.of("OrderId", lineId));
        var number = envelope.couponNumber();
        if (envelope.ok() && number.isEmpty() || number.equals(ALREADY_PROCESSED)) {
            return new Outcome.Done();
        }
        if (number.equals(CONCURRENT)) {
            return new Outcome.RetryLater(Facts.CONCURRENT_WAIT);
        }
        return Answers.refusedOrThrow(envelope);
    }
}
