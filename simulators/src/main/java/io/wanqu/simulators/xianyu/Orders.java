package io.wanqu.simulators.xianyu;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.Timeline.Range;
import io.wanqu.simulators.market.Line;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.Order;
import io.wanqu.simulators.market.Shop;
import io.wanqu.simulators.market.Trade;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reading orders and shipping them. */
final class Orders {

    private static final int PAGE_MAX = 100;
    private static final long ROWS_MAX = 10_000;
    private static final long HISTORY_SECONDS = 183L * 24 * 3600;

    private final Market market;
    private final Trade trade;

    Orders(Market market, Trade trade) {
        this.market = market;
        this.trade = trade;
    }

    void offer(Gateway gateway) {
        gateway.offer("/api/open/order/list", this::list);
        gateway.offer("/api/open/order/detail", (shop, parameters) -> told(order(shop, parameters)));
        gateway.offer("/api/open/order/kam/list", Orders::cards);
        gateway.offer("/api/open/order/ship", this::express);
        gateway.offer("/api/open/trade/logistics/dummy/send", (shop, parameters) -> ship(order(shop, parameters)));
    }

    private JsonNode list(Shop shop, JsonNode parameters) {
        var page = parameters.path("page_no").asLong(1);
        var size = parameters.path("page_size").asInt(PAGE_MAX);
        if (page < 1 || size < 1 || size > PAGE_MAX || page * size > ROWS_MAX) {
            throw new Refusal(Refusal.PARAMETER, "page out of range");
        }
        var byUpdate = parameters.has("update_time");
        var window = parameters.path(byUpdate ? "update_time" : "order_time");
        var oldest = market.clock().seconds() - HISTORY_SECONDS;
        var from = window.path(0).asLong(oldest);
        if (from < oldest) {
            throw new Refusal(Refusal.PARAMETER, "only six months can be searched");
        }
        var line = byUpdate ? shop.orders().updated() : shop.orders().created();
        var slice = line.slice(from, window.path(1).asLong(Long.MAX_VALUE), false, new Range((page - 1) * size, size));
        var answer = Json.object().put("count", slice.total()).put("page_no", page).put("page_size", size);
        var list = answer.putArray("list");
        slice.found().forEach(order -> list.add(told(order)));
        return answer;
    }

    private static JsonNode cards(Shop shop, JsonNode parameters) {
        var answer = Json.object();
        var list = answer.putArray("list");
        for (var line : order(shop, parameters).lines()) {
            line.codes().forEach(code -> list.addObject().put("card_no", code.number()).put("card_pwd", code.secret())
                .put("cost", 0).put("sold_type", 1));
        }
        return answer;
    }

    private JsonNode express(Shop shop, JsonNode parameters) {
        for (var name : new String[] {"waybill_no", "express_code"}) {
            if (parameters.path(name).asString("").isEmpty()) {
                throw new Refusal(Refusal.PARAMETER, name + " is missing");
            }
        }
        return ship(order(shop, parameters));
    }

    private JsonNode ship(Order order) {
        synchronized (order) {
            if (!order.open() || order.lines().stream().allMatch(Line::refunded)) {
                throw new Refusal(Refusal.BUSINESS, "the order does not wait for shipping");
            }
            order.lines().stream().filter(line -> !line.shipped()).forEach(trade::ship);
        }
        return Json.object();
    }

    private static Order order(Shop shop, JsonNode parameters) {
        var order = shop.orders().find(parameters.path("order_no").asLong(0));
        if (order == null) {
            throw new Refusal(Refusal.NOT_FOUND, "no such order");
        }
        return order;
    }

    static ObjectNode told(Order order) {
        synchronized (order) {
            var line = order.lines().getFirst();
            var node = Json.object()
                .put("order_no", String.valueOf(order.id()))
                .put("order_status", Statuses.order(order))
                .put("order_type", 1)
                .put("order_time", order.createdAt())
                .put("total_amount", order.amountFen())
                .put("pay_amount", order.amountFen())
                .put("pay_time", order.paidAt())
                .put("refund_status", Statuses.refund(line))
                .put("refund_amount", line.refunded() ? line.amountFen() : 0)
                .put("consign_type", order.shippedAt() > 0 ? 2 : 0)
                .put("consign_time", order.shippedAt())
                .put("update_time", order.updatedAt())
                .put("buyer_eid", "eid-" + order.id());
            node.putObject("goods")
                .put("quantity", line.quantity())
                .put("price", line.amountFen() / line.quantity())
                .put("product_id", line.sku().productId())
                .put("sku_id", line.sku().id())
                .put("sku_outer_id", line.sku().code());
            return node;
        }
    }
}
