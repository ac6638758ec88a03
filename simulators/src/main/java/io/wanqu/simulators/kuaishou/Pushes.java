package io.wanqu.simulators.kuaishou;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.market.App;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.News;
import io.wanqu.simulators.market.News.What;
import io.wanqu.simulators.market.Order;
import io.wanqu.simulators.wire.Message;
import io.wanqu.simulators.wire.Postman;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/** Sealed events, and the call that asks a seller's software to send the tickets of a paid order. */
final class Pushes {

    private static final long MILLIS = 1000;
    private static final int PAID = 30;

    private final Market market;
    private final TicketApi tickets;
    private final Postman postman = new Postman(Pushes::isSuccess);
    private final AtomicLong events = new AtomicLong(1);

    Pushes(Market market, TicketApi tickets) {
        this.market = market;
        this.tickets = tickets;
    }

    Postman postman() {
        return postman;
    }

    /** Where the platform shall ask for tickets; it does not ask before it is told. */
    void askForTicketsAt(App app, URI target) {
        postman.direct(sending(app), target);
    }

    List<Message> word(News news) {
        var app = market.shop(news.order().shopId()).app();
        var messages = new ArrayList<Message>();
        messages.add(event(app, app.extra("messageSecret"), topic(news.what()), news.order(), Statuses.order(news.order())));
        if (news.what() == What.PAID) {
            messages.add(asking(app, news.order()));
        }
        return messages;
    }

    Message forge(App app, long orderId) {
        var otherKey = Base64.getEncoder().encodeToString("not-the-apps-key".getBytes(UTF_8));
        return event(app, otherKey, topic(What.PAID), market.order(orderId), PAID);
    }

    private Message event(App app, String key, String topic, Order order, int status) {
        var info = Json.object()
            .put("oid", order.id())
            .put("sellerId", order.shopId())
            .put("status", status)
            .put("updateTime", order.updatedAt() * MILLIS);
        var text = Json.object()
            .put("eventId", "243_4027_" + events.getAndIncrement())
            .put("bizId", order.id())
            .put("userId", order.shopId())
            .put("openId", "open-" + order.id())
            .put("appKey", app.key())
            .put("event", topic)
            .put("info", info.toString())
            .put("createTime", market.clock().millis())
            .put("test", false);
        return new Message(app.key(), "", Map.of(), "", Signing.seal(text.toString(), key));
    }

    private Message asking(App app, Order order) {
        var line = order.lines().getFirst();
        var body = Json.object()
            .put("oid", String.valueOf(order.id()))
            .put("sellerId", String.valueOf(order.shopId()))
            .put("num", line.quantity())
            .put("itemId", String.valueOf(line.sku().productId()))
            .put("skuId", String.valueOf(line.sku().id()))
            .put("sendType", "virtual")
            .put("eticketType", "DINING_OPEN_TICKET")
            .put("token", tickets.token(order.id()))
            .toString();
        var signed = new TreeMap<>(Map.of("appkey", app.key(), "method", "send", "param", body,
            "signMethod", "HMAC_SHA256", "timestamp", String.valueOf(market.clock().millis()), "version", "1"));
        signed.put("sign", Signing.sign(signed, app.extra("signSecret")));
        signed.remove("param");
        var query = signed.entrySet().stream().map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
        return new Message(sending(app), "", Map.of(), query, body.getBytes(UTF_8));
    }

    private static String sending(App app) {
        return "send:" + app.key();
    }

    private static String topic(What what) {
        return switch (what) {
            case CREATED -> "kwaishop_order_addOrder";
            case PAID -> "kwaishop_order_paySuccess";
            case PART_SHIPPED, SHIPPED -> "kwaishop_order_delivering";
            case COMPLETED -> "kwaishop_order_orderSuccess";
            case CANCELLED -> "kwaishop_order_orderFail";
            case REFUND_APPLIED -> "kwaishop_aftersales_addRefund";
            case REFUND_AGREED, REFUND_REFUSED, REFUND_WITHDRAWN -> "kwaishop_aftersales_updateRefund";
        };
    }

    private static boolean isSuccess(String body) {
        try {
            return Json.read(body).path("result").asInt(0) == 1;
        } catch (JacksonException e) {
            return false;
        }
    }
}
