package io.wanqu.simulators.xianyu;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.market.App;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.News;
import io.wanqu.simulators.wire.Carrier;
import io.wanqu.simulators.wire.Message;
import io.wanqu.simulators.wire.Postman;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** Words what happened to an order; the signature travels in the address. */
final class Pushes {

    private static final int TO_SHIP = 12;

    private final Market market;
    private final Postman postman = new Postman(Pushes::isSuccess);

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
        var told = Orders.told(news.order());
        return List.of(message(app, app, body(news.order().shopId(), news.order().id(),
            told.path("order_status").asInt(0), told.path("refund_status").asInt(0))));
    }

    Message forge(App app, long orderId) {
        return message(app, new App(app.key(), "guessed", Map.of()), body(0, orderId, TO_SHIP, 0));
    }

    private ObjectNode body(long sellerId, long orderId, int status, int refundStatus) {
        return Json.object()
            .put("seller_id", sellerId)
            .put("user_name", "seller-" + sellerId)
            .put("order_no", String.valueOf(orderId))
            .put("order_type", 1)
            .put("order_status", status)
            .put("refund_status", refundStatus)
            .put("modify_time", market.clock().seconds());
    }

    private Message message(App receiver, App signer, ObjectNode content) {
        var body = content.toString().getBytes(UTF_8);
        var timestamp = String.valueOf(market.clock().seconds());
        return new Message(receiver.key(), "", Map.of(), "appid=" + receiver.key() + "&timestamp=" + timestamp
            + "&sign=" + Signing.open(signer, body, timestamp, ""), body);
    }

    private static boolean isSuccess(String answer) {
        try {
            return Json.read(answer).path("result").asString("").equals("success");
        } catch (JacksonException e) {
            return false;
        }
    }
}
