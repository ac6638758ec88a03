package io.wanqu.connectors.kuaishou;

import io.wanqu.connector.Delivery;
import io.wanqu.connector.Delivery.Code;
import io.wanqu.connector.DeliveryOutcome;
import io.wanqu.connector.DeliveryOutcome.AlreadyDelivered;
import io.wanqu.connector.DeliveryOutcome.Delivered;
import io.wanqu.connector.DeliveryOutcome.Refused;
import io.wanqu.connector.DeliveryOutcome.RetryLater;
import io.wanqu.connector.Secret;
import io.wanqu.connectors.wire.Envelope;
import io.wanqu.connectors.wire.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes card keys back as electronic tickets. Each sending needs a token of the order, which the platform gives in its
 * own call to us and, for whoever asks again, when it is asked whether the order may be sent; so nothing is kept here.
 */
final class Tickets {

    private final Gateway gateway;

    Tickets(Gateway gateway) {
        this.gateway = gateway;
    }

    DeliveryOutcome deliver(Delivery delivery) {
        var order = delivery.externalOrderId();
        var ready = gateway.write("open.virtual.eticket.check.send.available", asked(order));
        if (!ready.ok()) {
            return settled(delivery, ready);
        }
        var terms = ready.data();
        var wanted = terms.path("num").asInt(delivery.codes().size());
        if (wanted != delivery.codes().size()) {
            return new Refused("wrong-number", "the order asks for " + wanted + " tickets");
        }
        return settled(delivery, gateway.write("integration.callback.virtual.eticket.send", Map.of(
            "oid", order,
            "etickets", delivery.codes().stream().map(Tickets::ticket).toList(),
            "sendNum", delivery.codes().size(),
            "sendType", Facts.VIRTUAL,
            "eticketType", terms.path("eticketType").asString(Facts.E_TICKET),
            "token", Json.text(terms, "token"))));
    }

    private DeliveryOutcome settled(Delivery delivery, Envelope envelope) {
        if (envelope.ok()) {
            return new Delivered();
        }
        return switch (envelope.code()) {
            case Facts.SENT_BEFORE -> compared(delivery, envelope);
            case Facts.BEING_SENT -> new RetryLater(Facts.SENDING_WAIT);
            default -> {
                Facts.CODES.throwIfPassing(envelope);
                yield refused(envelope);
            }
        };
    }

    /** Only the platform's own list tells whether what was sent before were these very codes. */
    private DeliveryOutcome compared(Delivery delivery, Envelope envelope) {
        var sent = delivery.codes().stream().map(Code::number).collect(Collectors.toSet());
        var shown = shown(delivery.externalOrderId()).stream().map(Code::number).collect(Collectors.toSet());
        return shown.equals(sent) ? new AlreadyDelivered() : refused(envelope);
    }

    /** Unverified: which of the members of a ticket a buyer sees; number and secret are sent as they are. */
    List<Code> shown(String order) {
        var data = Facts.CODES.data(gateway.write("open.virtual.eticket.checkavailable", asked(order)));
        var codes = new ArrayList<Code>();
        for (var each : data.path("etickets")) {
            var secret = Json.textOrNull(each, "eticketSecretKey");
            codes.add(new Code(Json.text(each, "code"), secret == null ? null : Secret.of(secret), Json.text(each, "id")));
        }
        return codes;
    }

    private Map<String, Object> asked(String order) {
        return Map.of("oid", order, "sellerId", gateway.shopId());
    }

    private static Refused refused(Envelope envelope) {
        return new Refused(envelope.code(), envelope.message());
    }

    private static Map<String, Object> ticket(Code code) {
        var ticket = new LinkedHashMap<String, Object>();
        ticket.put("id", code.stableId());
        ticket.put("code", code.number());
        ticket.put("num", 1);
        var secret = code.secret();
        if (secret != null) {
            ticket.put("eticketSecretKey", secret.reveal());
        }
        return ticket;
    }
}
