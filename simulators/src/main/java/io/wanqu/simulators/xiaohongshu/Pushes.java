package io.wanqu.simulators.xiaohongshu;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.market.App;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.News;
import io.wanqu.simulators.market.Order;
import io.wanqu.simulators.wire.Message;
import io.wanqu.simulators.wire.Postman;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;

/** Words what happened as a list of one message; the signature covers the address of the receiver and not the body. */
final class Pushes {

    private static final String TAG = "msg_fulfillment_status_change";
    private static final long MILLIS = 1000;
    private static final int PAID = 4;

    private final Market market;
    private final Postman postman = new Postman(Pushes::isSuccess);

    Pushes(Market market) {
        this.market = market;
    }

    Postman postman() {
        return postman;
    }

    List<Message> word(News news) {
        var order = news.order();
        var app = market.shop(order.shopId()).app();
        return List.of(message(app, signed(app), order, Statuses.order(order)));
    }

    Message forge(App app, long orderId) {
        var headers = Map.of("app-key", app.key(), "timestamp", timestamp(), "sign", "0".repeat(32));
        return message(app, headers, market.order(orderId), PAID);
    }

    private Message message(App app, Map<String, String> headers, Order order, int status) {
        var data = Json.object()
            .put("orderId", String.valueOf(order.id()))
            .put("orderStatus", status)
            .put("updateTime", order.updatedAt() * MILLIS);
        var array = Json.array();
        array.addObject()
            .put("msgTag", TAG)
            .put("sellerId", String.valueOf(order.shopId()))
            .put("data", data.toString());
        return new Message(app.key(), "", headers, "", array.toString().getBytes(UTF_8));
    }

    private Map<String, String> signed(App app) {
        var timestamp = timestamp();
        var sign = Signing.push(app, app.extra("pushPath"), Map.of("app-key", app.key(), "timestamp", timestamp));
        return Map.of("app-key", app.key(), "timestamp", timestamp, "sign", sign);
    }

    private String timestamp() {
        return String.valueOf(market.clock().seconds());
    }

    private static boolean isSuccess(String body) {
        try {
            return Json.read(body).path("success").asBoolean(false);
        } catch (JacksonException e) {
            return false;
        }
    }
}
