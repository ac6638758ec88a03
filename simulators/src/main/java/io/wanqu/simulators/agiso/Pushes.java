package io.wanqu.simulators.agiso;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.Md5;
import io.wanqu.simulators.market.App;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.News;
import io.wanqu.simulators.market.Order;
import io.wanqu.simulators.wire.Carrier;
import io.wanqu.simulators.wire.Message;
import io.wanqu.simulators.wire.Postman;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Pushes of two of the marketplaces: one form field, signed with the time that stands in the address. */
final class Pushes {

    /** Of an application: whose pushes it gets. */
    static final String SERVICE = "service";

    private static final String XIANYU = "aldsIdle";
    private static final int CREATED = 1;
    private static final int PAID = 2;
    private static final int REFUND_CREATED = 256;
    private static final int SHIPPED = 1_048_576;
    private static final int XIANYU_REFUND_CREATED = 8;

    private final Market market;
    private final Postman postman = new Postman(_ -> true);

    Pushes(Market market) {
        this.market = market;
    }

    Carrier carrier() {
        return postman;
    }

    List<Message> word(News news) {
        var app = market.shop(news.order().shopId()).app();
        return app.extra(SERVICE).equals(XIANYU) ? xianyu(app, news) : taobao(app, news);
    }

    private List<Message> taobao(App app, News news) {
        var data = taobao(news.order());
        return switch (news.what()) {
            case CREATED -> List.of(message(app, app.secret(), CREATED, data));
            case PAID -> List.of(message(app, app.secret(), PAID, data));
            case SHIPPED -> List.of(message(app, app.secret(), SHIPPED, data));
            case REFUND_APPLIED -> List.of(message(app, app.secret(), REFUND_CREATED,
                data.put("RefundId", news.sale() == null ? 0 : news.sale().id())));
            default -> List.of();
        };
    }

    private List<Message> xianyu(App app, News news) {
        if (news.what() != News.What.REFUND_APPLIED) {
            return List.of();
        }
        return List.of(message(app, app.secret(), XIANYU_REFUND_CREATED, Json.object()
            .put("biz_order_id", news.order().id()).put("order_status", XianyuApi.status(news.order()))));
    }

    Message forge(App app, long orderId) {
        return message(app, "guessed", PAID, Json.object().put("Tid", orderId).put("Status", "WAIT_SELLER_SEND_GOODS"));
    }

    private static ObjectNode taobao(Order order) {
        return Json.object()
            .put("Tid", order.id())
            .put("Status", TaobaoApi.status(order))
            .put("SellerNick", "店铺")
            .put("Payment", Shipping.yuan(order.amountFen()))
            .put("Type", "fixed");
    }

    private Message message(App app, String secret, int flags, ObjectNode data) {
        var json = data.toString();
        var timestamp = market.clock().seconds();
        var sign = Md5.of(secret + "json" + json + "timestamp" + timestamp + secret);
        var platform = app.extra(SERVICE).equals(XIANYU) ? "AldsIdle" : "TbAlds";
        return new Message(app.key(), "", Map.of("Content-Type", "application/x-www-form-urlencoded"),
            "timestamp=" + timestamp + "&aopic=" + flags + "&fromPlatform=" + platform + "&sign=" + sign,
            ("json=" + URLEncoder.encode(json, UTF_8)).getBytes(UTF_8));
    }
}
