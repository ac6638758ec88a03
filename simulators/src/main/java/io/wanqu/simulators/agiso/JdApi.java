package io.wanqu.simulators.agiso;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.ShanghaiTime;
import io.wanqu.simulators.market.Line.Code;
import io.wanqu.simulators.market.Order;
import io.wanqu.simulators.market.Shop;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JD behind the gateway: one order, and game cards. */
final class JdApi {

    private final Shipping shipping;

    JdApi(Shipping shipping) {
        this.shipping = shipping;
    }

    void offer(Gateway gateway) {
        gateway.offer("/aldsJd/Order/Detail", (shop, form) -> order(shipping.order(shop, form.get("order_id"))));
        gateway.offer("/aldsJd/GameCard/CardSend", this::cards);
    }

    private @Nullable JsonNode cards(Shop shop, Map<String, String> form) {
        var order = shipping.order(shop, form.get("tid"));
        var codes = new ArrayList<Code>();
        Json.read(form.getOrDefault("cardJson", "[]")).forEach(card ->
            codes.add(new Code("", card.path("cardno").asString(""), card.path("cardpass").asString(""), "")));
        if (codes.size() != order.lines().getFirst().quantity()) {
            throw new Refusal(Refusal.PARAMETER, "as many cards as were bought");
        }
        shipping.shipOrRefuse(order, codes);
        return null;
    }

    private static JsonNode order(Order order) {
        synchronized (order) {
            var override = order.override();
            var node = Json.object()
                .put("orderId", String.valueOf(order.id()))
                .put("orderType", "22")
                .put("orderState", override != null ? override : switch (order.state()) {
                    case UNPAID -> "NOT_PAY";
                    case HELD -> "PAUSE";
                    case PAID, PART_SHIPPED -> "WAIT_SELLER_STOCK_OUT";
                    case SHIPPED -> "WAIT_GOODS_RECEIVE_CONFIRM";
                    case COMPLETED -> "FINISHED_L";
                    case CLOSED -> "TRADE_CANCELED";
                })
                .put("orderStartTime", ShanghaiTime.text(order.createdAt()))
                .put("paymentConfirmTime", order.paidAt() == 0 ? "0001-01-01 00:00:00" : ShanghaiTime.text(order.paidAt()));
            var items = node.putArray("itemInfoList");
            order.lines().forEach(line -> items.addObject()
                .put("skuId", String.valueOf(line.sku().id()))
                .put("wareId", String.valueOf(line.sku().productId()))
                .put("outerSkuId", line.sku().code())
                .put("jdPrice", Shipping.yuan(line.amountFen() / line.quantity()))
                .put("itemTotal", String.valueOf(line.quantity())));
            return node;
        }
    }
}
