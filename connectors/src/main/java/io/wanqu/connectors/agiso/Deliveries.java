package io.wanqu.connectors.agiso;

import io.wanqu.connector.Delivery;
import io.wanqu.connector.Delivery.Code;
import io.wanqu.connector.DeliveryOutcome;
import io.wanqu.connector.DeliveryOutcome.AlreadyDelivered;
import io.wanqu.connector.DeliveryOutcome.Delivered;
import io.wanqu.connector.DeliveryOutcome.Refused;
import io.wanqu.connector.DeliveryOutcome.RetryLater;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connector.Secret;
import io.wanqu.connectors.wire.Json;
import io.wanqu.connectors.wire.Refusals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ships, and takes the codes along where the marketplace has a place for them. Buyers find them at our side in any
 * case, for not every marketplace has one.
 */
final class Deliveries {

    private final Gateway gateway;
    private final Orders orders;

    Deliveries(Gateway gateway, Orders orders) {
        this.gateway = gateway;
        this.orders = orders;
    }

    DeliveryOutcome deliver(Delivery delivery) {
        var id = delivery.externalOrderId();
        return switch (gateway.service()) {
            case TAOBAO -> send(id, "/Trade/LogisticsDummySend", Map.of("tids", id));
            case PINDUODUO -> pinduoduo(id, delivery.codes());
            case JD -> send(id, "/GameCard/CardSend", Map.of("tid", id,
                "cardJson", Json.write(delivery.codes().stream().map(Deliveries::gameCard).toList())));
            case XIANYU -> xianyu(id, delivery.codes());
            default -> new Refused("unsupported", "no way to ship is known for " + gateway.service().path());
        };
    }

    /** There is room for one code only; an order with more is marked as shipped. */
    private DeliveryOutcome pinduoduo(String id, List<Code> codes) {
        if (codes.size() > 1) {
            return send(id, "/DummySend/OtherSend", Map.of("tid", id));
        }
        var code = codes.getFirst();
        var secret = code.secret();
        return secret == null
            ? send(id, "/DummySend/ActivationCodeSend", Map.of("tid", id, "activationCode", code.number()))
            : send(id, "/DummySend/CardPwdSend",
                Map.of("tid", id, "cardNo", code.number(), "password", secret.reveal()));
    }

    /** Only an order of tickets has a place for codes. */
    private DeliveryOutcome xianyu(String id, List<Code> codes) {
        var tickets = orders.xianyu(id).map(order -> order.path("isEticket").asBoolean(false)).orElse(false);
        return tickets
            ? send(id, "/Eticket/EticketMaSend", Map.of("tid", id,
                "couponEticketStr", Json.write(codes.stream().map(Deliveries::ticket).toList())))
            : send(id, "/Order/DummySend", Map.of("tid", id));
    }

    private static Map<String, Object> gameCard(Code code) {
        var secret = code.secret();
        return Map.of("cardno", code.number(), "cardpass", secret == null ? "" : secret.reveal());
    }

    /** Unverified: that the address where a code is used may stay empty. */
    private static Map<String, Object> ticket(Code code) {
        var ticket = new LinkedHashMap<String, Object>();
        var secret = code.secret();
        ticket.put("CodeId", code.number());
        ticket.put("CodePassword", secret == null ? "" : secret.reveal());
        ticket.put("CodeType", Facts.CARD);
        ticket.put("CodeUseUrl", "");
        return ticket;
    }

    private DeliveryOutcome send(String id, String path, Map<String, String> parameters) {
        var envelope = gateway.ask(path, parameters);
        if (envelope.ok()) {
            return new Delivered();
        }
        if (envelope.codeOfOne() == Facts.SEND_LATER) {
            return new RetryLater(Facts.NOT_READY_WAIT);
        }
        var trouble = envelope.trouble();
        Refusals.throwIfPassing(trouble);
        return shippedBefore(id) ? new AlreadyDelivered()
            : new Refused(trouble.code(), envelope.message());
    }

    /** A refusal may only mean that an earlier call did it; the order itself tells. */
    private boolean shippedBefore(String id) {
        return orders.find(id)
            .filter(order -> order.status() == OrderStatus.DELIVERED || order.status() == OrderStatus.COMPLETED)
            .isPresent();
    }

    /** What was sent last on payment, where the gateway tells. */
    List<Code> sent(String id) {
        if (gateway.service() != Service.PINDUODUO && gateway.service() != Service.XIANYU) {
            return List.of();
        }
        var codes = new ArrayList<Code>();
        var data = gateway.data("/Cpd/GetLastSentResult",
            Map.of("tid", id, "aldsType", String.valueOf(Facts.SENT_ON_PAYMENT)));
        for (var kind : data) {
            for (var card : kind.path("cardPwdArr")) {
                var number = Json.text(card, "c");
                var password = Json.textOrNull(card, "p");
                codes.add(new Code(number, password == null ? null : Secret.of(password), number));
            }
        }
        return codes;
    }
}
