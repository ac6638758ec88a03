package io.wanqu.simulators.kuaishou;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.Refusal;
import io.wanqu.simulators.market.Line;
import io.wanqu.simulators.market.Line.Code;
import io.wanqu.simulators.market.Shop;
import io.wanqu.simulators.market.Trade;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Electronic tickets: the terms of an order with its token, sending, and looking at what was sent. */
final class TicketApi {

    private static final int NO_ORDER = 807001;
    private static final int SENT_BEFORE = 901001;
    private static final int BEING_SENT = 901002;
    private static final int NOT_WAITING = 901003;
    private static final int WRONG_NUMBER = 901004;
    private static final int WRONG_TOKEN = 901005;

    private final Trade trade;
    private final Map<Long, String> tokens = new ConcurrentHashMap<>();

    TicketApi(Trade trade) {
        this.trade = trade;
    }

    void offer(Gateway gateway) {
        gateway.write("open.virtual.eticket.check.send.available", this::terms);
        gateway.write("open.virtual.eticket.checkavailable", TicketApi::sent);
        gateway.write("integration.callback.virtual.eticket.send", this::send);
    }

    /** Good for one order, and the same each time it is asked for. */
    String token(long orderId) {
        return tokens.computeIfAbsent(orderId, _ -> UUID.randomUUID().toString());
    }

    private JsonNode terms(Shop shop, JsonNode parameters) {
        var line = line(shop, parameters);
        mustWait(shop, line);
        return Json.object()
            .put("oid", String.valueOf(line.orderId()))
            .put("sellerId", String.valueOf(shop.id()))
            .put("num", line.quantity())
            .put("itemId", String.valueOf(line.sku().productId()))
            .put("skuId", String.valueOf(line.sku().id()))
            .put("sendType", "virtual")
            .put("eticketType", "DINING_OPEN_TICKET")
            .put("token", token(line.orderId()));
    }

    private JsonNode send(Shop shop, JsonNode parameters) {
        var line = line(shop, parameters);
        var tickets = tickets(parameters.path("etickets"));
        if (!token(line.orderId()).equals(parameters.path("token").asString(""))) {
            throw new Refusal(WRONG_TOKEN, "token is not this order's");
        }
        if (!line.writing().tryLock()) {
            throw new Refusal(BEING_SENT, "the order is being sent by another call");
        }
        try {
            mustWait(shop, line);
            if (tickets.size() != line.quantity() || parameters.path("sendNum").asInt(0) != line.quantity()) {
                throw new Refusal(WRONG_NUMBER, "number of tickets differs from the order");
            }
            line.keep(tickets);
            trade.ship(line);
        } finally {
            line.writing().unlock();
        }
        return Json.object();
    }

    private static JsonNode sent(Shop shop, JsonNode parameters) {
        var line = line(shop, parameters);
        var answer = Json.object();
        var list = answer.putArray("etickets");
        line.codes().forEach(code -> list.addObject()
            .put("id", code.id())
            .put("code", code.number())
            .put("eticketSecretKey", code.secret())
            .put("num", 1)
            .put("leftNum", 1));
        return answer;
    }

    private static void mustWait(Shop shop, Line line) {
        if (line.shipped()) {
            throw new Refusal(SENT_BEFORE, "the tickets were sent before");
        }
        var order = shop.orders().find(line.orderId());
        if (order == null || !order.open() || line.refunded()) {
            throw new Refusal(NOT_WAITING, "the order is not waiting for tickets");
        }
    }

    private static List<Code> tickets(JsonNode list) {
        var codes = new ArrayList<Code>();
        var seen = new HashSet<String>();
        for (var each : list) {
            var code = new Code(each.path("id").asString(""), each.path("code").asString(""),
                each.path("eticketSecretKey").asString(""), "");
            if (code.number().isEmpty() || !seen.add(code.number())) {
                throw new Refusal(Gateway.BAD_PARAMETER, "code missing or repeated");
            }
            codes.add(code);
        }
        return codes;
    }

    private static Line line(Shop shop, JsonNode parameters) {
        var order = shop.orders().find(parameters.path("oid").asLong(0));
        if (order == null) {
            throw new Refusal(NO_ORDER, "no such order");
        }
        return order.lines().getFirst();
    }
}
