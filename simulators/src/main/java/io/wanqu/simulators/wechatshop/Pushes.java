package io.wanqu.simulators.wechatshop;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.market.App;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.News;
import io.wanqu.simulators.market.News.What;
import io.wanqu.simulators.wire.Message;
import io.wanqu.simulators.wire.Postman;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** Events, signed by a shared word and sealed for one application. */
final class Pushes {

    private final Market market;
    private final Postman postman = new Postman("success"::equals);

    Pushes(Market market) {
        this.market = market;
    }

    Postman postman() {
        return postman;
    }

    List<Message> word(News news) {
        var app = market.shop(news.order().shopId()).app();
        var event = event(app, name(news.what()));
        var order = String.valueOf(news.order().id());
        var sale = news.sale();
        if (sale == null) {
            event.putObject("order_info").put("order_id", order);
        } else {
            event.putObject("finder_shop_aftersale_status_update")
                .put("status", Statuses.afterSale(sale))
                .put("after_sale_order_id", String.valueOf(sale.id()))
                .put("order_id", order);
        }
        return List.of(message(app, event, app.extra("token")));
    }

    Message forge(App app, long orderId) {
        var event = event(app, name(What.PAID));
        event.putObject("order_info").put("order_id", String.valueOf(orderId));
        return message(app, event, "another-word");
    }

    /** What the platform asks of an address before it sends anything there. */
    String question(App app, String echo) {
        var timestamp = timestamp();
        var nonce = nonce();
        return query(Map.of("signature", Sealing.sign(app.extra("token"), timestamp, nonce), "timestamp", timestamp,
            "nonce", nonce, "echostr", echo));
    }

    private ObjectNode event(App app, String name) {
        return Json.object()
            .put("ToUserName", receiver(app))
            .put("FromUserName", "platform")
            .put("CreateTime", market.clock().seconds())
            .put("MsgType", "event")
            .put("Event", name);
    }

    private Message message(App app, ObjectNode event, String token) {
        var sealed = Sealing.seal(event.toString(), app.key(), app.extra("encodingAesKey"));
        var timestamp = timestamp();
        var nonce = nonce();
        var query = query(Map.of("msg_signature", Sealing.sign(token, timestamp, nonce, sealed), "timestamp", timestamp,
            "nonce", nonce));
        var body = Json.object().put("ToUserName", receiver(app)).put("Encrypt", sealed).toString();
        return new Message(app.key(), "", Map.of(), query, body.getBytes(UTF_8));
    }

    private static String query(Map<String, String> values) {
        return String.join("&", values.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).toList());
    }

    private static String receiver(App app) {
        return "gh_" + app.key();
    }

    private String timestamp() {
        return String.valueOf(market.clock().seconds());
    }

    private static String nonce() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    private static String name(What what) {
        return switch (what) {
            case CREATED -> "channels_ec_order_new";
            case PAID -> "channels_ec_order_pay";
            case PART_SHIPPED, SHIPPED -> "channels_ec_order_deliver";
            case COMPLETED -> "channels_ec_order_confirm";
            case CANCELLED -> "channels_ec_order_cancel";
            case REFUND_APPLIED, REFUND_AGREED, REFUND_REFUSED, REFUND_WITHDRAWN -> "channels_ec_aftersale_update";
        };
    }
}
