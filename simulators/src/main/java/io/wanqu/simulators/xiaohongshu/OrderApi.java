package io.wanqu.simulators.xiaohongshu;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.Refusal;
import io.wanqu.simulators.Timeline;
import io.wanqu.simulators.Timeline.Range;
import io.wanqu.simulators.market.AfterSales.AfterSale;
import io.wanqu.simulators.market.Order;
import io.wanqu.simulators.market.Shop;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders, refund cases and the cards of an order. Lists are newest first; orders are asked for in seconds. */
final class OrderApi {

    private static final int NO_ORDER = -4001;
    private static final long MILLIS = 1000;
    private static final int PAGE_MAX = 100;
    private static final int PAGES_MAX = 100;
    private static final int CASES_MAX = 50_000;
    private static final int BY_CHANGE = 2;
    private static final long CHANGED_SECONDS = 30 * 60;
    private static final long CREATED_SECONDS = 24 * 3600;

    private OrderApi() {
    }

    static void offer(Gateway gateway) {
        gateway.offer("order.getOrderList", OrderApi::list);
        gateway.offer("order.getOrderDetail", OrderApi::detail);
        gateway.offer("order.couponList", OrderApi::cards);
        gateway.offerNested("afterSale.listAfterSaleInfos", OrderApi::cases);
        gateway.offerNested("afterSale.getAfterSaleInfo", OrderApi::afterSale);
    }

    private static JsonNode list(Shop shop, JsonNode asked) {
        var orders = shop.orders();
        var line = byChange(asked) ? orders.updated() : orders.created();
        var size = size(asked);
        if (asked.path("pageNo").asInt(1) > PAGES_MAX) {
            throw new Refusal(Gateway.BAD_PARAMETER, "pageNo out of range");
        }
        var slice = slice(line, asked, 1);
        var answer = Json.object()
            .put("total", slice.total())
            .put("pageNo", asked.path("pageNo").asInt(1))
            .put("pageSize", size)
            .put("maxPageNo", (slice.total() + size - 1) / size);
        var list = answer.putArray("orderList");
        slice.found().forEach(order -> list.add(brief(order)));
        return answer;
    }

    private static <T> Timeline.Slice<T> slice(Timeline<T> line, JsonNode asked, long unit) {
        var from = Math.ceilDiv(asked.path("startTime").asLong(0), unit);
        var until = Math.floorDiv(asked.path("endTime").asLong(0), unit);
        var longest = byChange(asked) ? CHANGED_SECONDS : CREATED_SECONDS;
        var page = asked.path("pageNo").asInt(1);
        if (until < from || until - from > longest || page < 1) {
            throw new Refusal(Gateway.BAD_PARAMETER, "time or page out of range");
        }
        return line.slice(from, until, false, new Range((page - 1L) * size(asked), size(asked)));
    }

    private static boolean byChange(JsonNode asked) {
        return asked.path("timeType").asInt(1) == BY_CHANGE;
    }

    private static int size(JsonNode asked) {
        var size = asked.path("pageSize").asInt(50);
        if (size < 1 || size > PAGE_MAX) {
            throw new Refusal(Gateway.BAD_PARAMETER, "pageSize out of range");
        }
        return size;
    }

    private static JsonNode detail(Shop shop, JsonNode asked) {
        var order = order(shop, asked);
        synchronized (order) {
            var node = brief(order).put("totalPayAmount", order.amountFen()).put("userId", "user-" + order.id())
                .put("sellerId", String.valueOf(shop.id()));
            var skus = node.putArray("skuList");
            order.lines().forEach(line -> skus.addObject()
                .put("skuId", String.valueOf(line.sku().id()))
                .put("itemId", String.valueOf(line.sku().productId()))
                .put("erpcode", line.sku().code())
                .put("skuQuantity", line.quantity())
                .put("totalPaidAmount", line.amountFen())
                .put("skuAfterSaleStatus", Statuses.line(line)));
            return node;
        }
    }

    private static ObjectNode brief(Order order) {
        synchronized (order) {
            return Json.object()
                .put("orderId", String.valueOf(order.id()))
                .put("orderStatus", Statuses.order(order))
                .put("createdTime", order.createdAt() * MILLIS)
                .put("paidTime", order.paidAt() * MILLIS)
                .put("updateTime", order.updatedAt() * MILLIS);
        }
    }

    private static JsonNode cards(Shop shop, JsonNode asked) {
        var answer = Json.object();
        var list = answer.putArray("couponList");
        for (var line : order(shop, asked).lines()) {
            line.codes().forEach(code -> list.addObject()
                .put("skuId", String.valueOf(line.sku().id()))
                .put("couponNo", code.number())
                .put("couponPassword", code.secret()));
        }
        return answer;
    }

    private static Order order(Shop shop, JsonNode asked) {
        var order = shop.orders().find(asked.path("orderId").asLong(0));
        if (order == null) {
            throw new Refusal(NO_ORDER, "no such order");
        }
        return order;
    }

    private static JsonNode cases(Shop shop, JsonNode asked) {
        if (asked.path("pageNo").asLong(1) * size(asked) > CASES_MAX) {
            throw new Refusal(Gateway.BAD_PARAMETER, "pageNo out of range");
        }
        var slice = slice(shop.afterSales().updated(), asked, MILLIS);
        var answer = Json.object().put("totalCount", slice.total()).put("pageNo", asked.path("pageNo").asInt(1));
        var list = answer.putArray("afterSaleBasicInfos");
        for (var lineId : slice.found()) {
            var sale = shop.afterSales().find(lineId);
            if (sale != null) {
                list.add(render(sale));
            }
        }
        return answer;
    }

    private static JsonNode afterSale(Shop shop, JsonNode asked) {
        var sale = shop.afterSales().byId(asked.path("returnsId").asLong(0));
        if (sale == null) {
            throw new Refusal(NO_ORDER, "no such case");
        }
        var node = render(sale).put("refundStatus", Statuses.money(sale));
        node.putArray("skus").addObject().put("skuId", String.valueOf(sale.line().sku().id()));
        return Json.object().set("afterSaleInfo", node);
    }

    private static ObjectNode render(AfterSale sale) {
        return Json.object()
            .put("returnsId", String.valueOf(sale.id()))
            .put("orderId", String.valueOf(sale.line().orderId()))
            .put("returnType", Statuses.type(sale))
            .put("status", Statuses.afterSale(sale))
            .put("applyTime", sale.createdAt() * MILLIS)
            .put("updatedAt", sale.updatedAt() * MILLIS)
            .put("expectedRefundAmountYuan", BigDecimal.valueOf(sale.line().amountFen(), 2));
    }
}
