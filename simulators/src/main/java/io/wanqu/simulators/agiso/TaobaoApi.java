package io.wanqu.simulators.agiso;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.ShanghaiTime;
import io.wanqu.simulators.market.Line;
import io.wanqu.simulators.market.Order;
import io.wanqu.simulators.market.Order.State;
import io.wanqu.simulators.market.Shop;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Taobao behind the gateway: one trade, and shipping it without a parcel. */
final class TaobaoApi {

    private static final int SENT_BEFORE = -50;
    private static final int NEVER = -86;

    private final Shipping shipping;

    TaobaoApi(Shipping shipping) {
        this.shipping = shipping;
    }

    void offer(Gateway gateway) {
        gateway.offer("/alds/Trade/TradeInfo", (shop, form) -> trade(shipping.order(shop, form.get("tid"))));
        gateway.offer("/alds/Trade/LogisticsDummySend", this::send);
    }

    private @Nullable JsonNode send(Shop shop, Map<String, String> form) {
        var order = shipping.order(shop, form.get("tids"));
        if (shipping.ship(order, List.of())) {
            return null;
        }
        var before = order.state() == State.SHIPPED || order.state() == State.COMPLETED;
        var data = Json.object();
        data.putArray("ErrorInfos").addObject().put("Tid", order.id()).put("AllowRetry", false)
            .put("ErrorCode", before ? SENT_BEFORE : NEVER);
        throw new Refusal(Refusal.ALL_FAILED, "全部失败", data);
    }

    private static JsonNode trade(Order order) {
        synchronized (order) {
            var node = Json.object()
                .put("Tid", order.id())
                .put("Status", status(order))
                .put("Created", ShanghaiTime.text(order.createdAt()))
                .put("Modified", ShanghaiTime.text(order.updatedAt()))
                .put("Payment", Shipping.yuan(order.amountFen()))
                .put("BuyerOpenUid", "buyer-of-" + order.id());
            if (order.paidAt() > 0) {
                node.put("PayTime", ShanghaiTime.text(order.paidAt()));
            }
            var lines = node.putArray("Orders");
            order.lines().forEach(line -> lines.addObject()
                .put("Oid", line.id())
                .put("NumIid", line.sku().productId())
                .put("SkuId", String.valueOf(line.sku().id()))
                .put("OuterSkuId", line.sku().code())
                .put("Num", line.quantity())
                .put("Payment", Shipping.yuan(line.amountFen()))
                .put("RefundStatus", refund(line)));
            return node;
        }
    }

    static String status(Order order) {
        var override = order.override();
        if (override != null) {
            return override;
        }
        return switch (order.state()) {
            case UNPAID -> "WAIT_BUYER_PAY";
            case HELD -> "PAID_FORBID_CONSIGN";
            case PAID -> "WAIT_SELLER_SEND_GOODS";
            case PART_SHIPPED -> "SELLER_CONSIGNED_PART";
            case SHIPPED -> "WAIT_BUYER_CONFIRM_GOODS";
            case COMPLETED -> "TRADE_FINISHED";
            case CLOSED -> order.closedFrom() == State.UNPAID ? "TRADE_CLOSED_BY_TAOBAO" : "TRADE_CLOSED";
        };
    }

    private static String refund(Line line) {
        var sale = line.afterSale();
        return sale == null ? "NO_REFUND" : switch (sale.step()) {
            case APPLIED -> "WAIT_SELLER_AGREE";
            case AGREED -> "SUCCESS";
            case REFUSED -> "SELLER_REFUSE_BUYER";
            case WITHDRAWN -> "CLOSED";
        };
    }
}
