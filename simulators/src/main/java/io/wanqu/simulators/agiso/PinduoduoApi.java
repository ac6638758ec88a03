package io.wanqu.simulators.agiso;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.market.Line.Code;
import io.wanqu.simulators.market.Order;
import io.wanqu.simulators.market.Order.State;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Pinduoduo behind the gateway: one order, three ways to ship it, and what was sent. */
final class PinduoduoApi {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Shipping shipping;

    PinduoduoApi(Shipping shipping) {
        this.shipping = shipping;
    }

    void offer(Gateway gateway) {
        gateway.offer("/aldsPdd/Order/OrderInformation", (shop, form) ->
            Json.object().set("order_info", order(shipping.order(shop, form.get("orderSn")))));
        gateway.offer("/aldsPdd/DummySend/OtherSend", (shop, form) -> {
            shipping.shipOrRefuse(shipping.order(shop, form.get("tid")), List.of());
            return null;
        });
        gateway.offer("/aldsPdd/DummySend/CardPwdSend", (shop, form) -> {
            var code = new Code("", form.getOrDefault("cardNo", ""), form.getOrDefault("password", ""), "");
            shipping.shipOrRefuse(shipping.order(shop, form.get("tid")), List.of(code));
            return null;
        });
        gateway.offer("/aldsPdd/DummySend/ActivationCodeSend", (shop, form) -> {
            var code = new Code("", form.getOrDefault("activationCode", ""), "", "");
            shipping.shipOrRefuse(shipping.order(shop, form.get("tid")), List.of(code));
            return null;
        });
        gateway.offer("/aldsPdd/Cpd/GetLastSentResult", (shop, form) -> sent(shipping.order(shop, form.get("tid"))));
    }

    static JsonNode sent(Order order) {
        var answer = Json.array();
        var cards = answer.addObject().put("title", "cards").putArray("cardPwdArr");
        order.lines().getFirst().codes().forEach(code ->
            cards.addObject().put("c", code.number()).put("p", code.secret()));
        return answer;
    }

    private static JsonNode order(Order order) {
        synchronized (order) {
            var line = order.lines().getFirst();
            var sale = line.afterSale();
            var node = Json.object()
                .put("order_sn", String.valueOf(order.id()))
                .put("order_status", order.override() != null ? Integer.parseInt(order.override())
                    : order.state() == State.SHIPPED ? 2 : order.state() == State.COMPLETED ? 3 : 1)
                .put("confirm_status", order.state() == State.UNPAID || order.state() == State.HELD ? 0 : 1)
                .put("risk_control_status", 0)
                .put("refund_status", sale == null ? 1 : switch (sale.step()) {
                    case APPLIED -> 2;
                    case AGREED -> 4;
                    case REFUSED, WITHDRAWN -> 1;
                })
                .put("after_sales_status", sale == null ? 0 : 2)
                .put("pay_amount", order.amountFen() / 100.0)
                .put("created_time", local(order.createdAt()))
                .put("updated_at", local(order.updatedAt()));
            if (order.paidAt() > 0) {
                node.put("confirm_time", local(order.paidAt()));
            }
            node.putArray("item_list").addObject()
                .put("goods_id", String.valueOf(line.sku().productId()))
                .put("sku_id", String.valueOf(line.sku().id()))
                .put("outer_id", line.sku().code())
                .put("goods_count", line.quantity());
            return node;
        }
    }

    /** With a letter between day and hour, unlike the marketplace itself. */
    private static String local(long seconds) {
        return LocalDateTime.ofInstant(Instant.ofEpochSecond(seconds), ZONE).toString();
    }
}
