package io.wanqu.simulators.taobao;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.market.Line;
import io.wanqu.simulators.market.Order;
import io.wanqu.simulators.market.Trade;
import tools.jackson.databind.node.ObjectNode;

/** Shipping without logistics: the order is marked, nothing is said to the buyer. */
final class Shipping {

    private final Trade trade;

    Shipping(Trade trade) {
        this.trade = trade;
    }

    void offer(Gateway gateway) {
        gateway.offer("taobao.logistics.dummy.send", this::send);
    }

    private ObjectNode send(Call call) {
        var order = call.order();
        synchronized (order) {
            if (order.state() == Order.State.SHIPPED || order.state() == Order.State.COMPLETED) {
                throw Refusal.business("isv.logistics-offline-service-error:B04", "the order has been shipped before");
            }
            if (!order.open() || order.lines().stream().allMatch(Line::refunded)) {
                throw Refusal.business("isv.logistics-offline-service-error:B150", "the order cannot be shipped now");
            }
            order.lines().stream().filter(line -> !line.shipped()).forEach(trade::ship);
        }
        return Json.object().set("shipping", Json.object().put("is_success", true));
    }
}
