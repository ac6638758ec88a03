package io.wanqu.simulators.doudian;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.market.AfterSales.AfterSale;
import io.wanqu.simulators.market.App;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.News;
import io.wanqu.simulators.market.Order;
import io.wanqu.simulators.wire.Carrier;
import io.wanqu.simulators.wire.Message;
import io.wanqu.simulators.wire.Postman;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** Words what happened as the platform does: signed arrays of one message. */
final class Pushes {

    private static final String PAID = "101";
    private static final int E_COUPON = 5;

    private final Market market;
    private final Postman postman = new Postman(Pushes::isSuccess);
    private final AtomicLong messageIds = new AtomicLong(7_000_000_000_000_000_001L);

    Pushes(Market market) {
        this.market = market;
    }

    Carrier carrier() {
        return postman;
    }

    List<Message> word(News news) {
        var app = market.shop(news.order().shopId()).app();
        if (!postman.reaches(app.key())) {
            return List.of();
        }
        var sale = news.sale();
        return List.of(message(app, app, topic(news.what()), sale == null ? about(news.order()) : about(news.order(), sale)));
    }

    /** A message with a right form and a wrong signature. */
    Message forge(App app, long orderId) {
        return message(app, new App(app.key(), "guessed", Map.of()), PAID,
            Json.object().put("p_id", orderId).put("order_status", Statuses.TO_SHIP));
    }

    private static String topic(News.What what) {
        return switch (what) {
            case CREATED -> "100";
            case PAID -> PAID;
            case SHIPPED -> "102";
            case COMPLETED -> "103";
            case CANCELLED -> "106";
            case PART_SHIPPED -> "108";
            case REFUND_APPLIED -> "200";
            case REFUND_AGREED -> "206";
            case REFUND_REFUSED, REFUND_WITHDRAWN -> "207";
        };
    }

    private static ObjectNode about(Order order) {
        var data = Json.object()
            .put("p_id", order.id())
            .put("shop_id", order.shopId())
            .put("order_status", Statuses.order(order))
            .put("order_type", E_COUPON)
            .put("pay_time", order.paidAt())
            .put("pay_amount", order.amountFen())
            .put("pay_type", 1)
            .put("biz", 11)
            .put("update_time", order.updatedAt());
        order.lines().forEach(line -> data.withArray("s_ids").add(line.id()));
        return data;
    }

    private static ObjectNode about(Order order, AfterSale sale) {
        return Json.object()
            .put("aftersale_id", sale.id())
            .put("p_id", order.id())
            .put("s_id", sale.line().id())
            .put("shop_id", order.shopId())
            .put("aftersale_status", Statuses.afterSale(sale))
            .put("aftersale_type", 2)
            .put("refund_amount", sale.line().amountFen())
            .put("update_time", sale.updatedAt());
    }

    private Message message(App receiver, App signer, String topic, ObjectNode data) {
        var id = String.valueOf(messageIds.getAndIncrement());
        var element = Json.object().put("tag", topic).put("msg_id", id).put("data", data.toString());
        var body = Json.array().add(element).toString().getBytes(UTF_8);
        return new Message(receiver.key(), id,
            Map.of("app-id", receiver.key(), "event-sign", Signing.push(signer, body)), "", body);
    }

    private static boolean isSuccess(String answer) {
        try {
            return Json.read(answer).path("code").asInt(-1) == 0;
        } catch (JacksonException e) {
            return false;
        }
    }
}
