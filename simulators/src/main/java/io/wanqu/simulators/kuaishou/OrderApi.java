package io.wanqu.simulators.kuaishou;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.Keyset;
import io.wanqu.simulators.Keyset.Mark;
import io.wanqu.simulators.Refusal;
import io.wanqu.simulators.Timeline;
import io.wanqu.simulators.market.AfterSales.AfterSale;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.Order;
import io.wanqu.simulators.market.Shop;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders and refund cases by cursor. An order of this platform has one item: the first line. */
final class OrderApi {

    private static final int NO_ORDER = 807001;
    private static final int BAD_WINDOW = 2001;
    private static final long MILLIS = 1000;
    private static final int PAGE_MAX = 50;
    private static final long ORDERS_MAX = Duration.ofDays(7).toMillis();
    private static final long REFUNDS_MAX = Duration.ofDays(1).toMillis();
    private static final long HISTORY = Duration.ofDays(90).toMillis();
    private static final int BY_CHANGE = 2;

    private final Market market;

    OrderApi(Market market) {
        this.market = market;
    }

    void offer(Gateway gateway) {
        gateway.read("open.order.cursor.list", this::list);
        gateway.read("open.order.detail", OrderApi::detail);
        gateway.read("open.seller.order.refund.pcursor.list", this::refunds);
    }

    private JsonNode list(Shop shop, JsonNode parameters) {
        var orders = shop.orders();
        var page = page(parameters, ORDERS_MAX, parameters.path("cursor").asString(""),
            parameters.path("queryType").asInt(1) == BY_CHANGE ? orders.updated() : orders.created());
        var answer = Json.object().put("cursor", text(page)).put("pageSize", page.found().size());
        var list = answer.putArray("orderList");
        page.found().forEach(order -> list.add(render(order)));
        return answer;
    }

    private static JsonNode detail(Shop shop, JsonNode parameters) {
        var order = shop.orders().find(parameters.path("oid").asLong(0));
        if (order == null) {
            throw new Refusal(NO_ORDER, "no such order");
        }
        return render(order);
    }

    private JsonNode refunds(Shop shop, JsonNode parameters) {
        var page = page(parameters, REFUNDS_MAX, parameters.path("pcursor").asString(""), shop.afterSales().updated());
        var answer = Json.object().put("pcursor", text(page));
        var list = answer.putArray("refundOrderInfoList");
        for (var lineId : page.found()) {
            var sale = shop.afterSales().find(lineId);
            if (sale != null) {
                list.add(render(sale));
            }
        }
        return answer;
    }

    private <T> Keyset.Page<T> page(JsonNode parameters, long longest, String cursor, Timeline<T> line) {
        var from = parameters.path("beginTime").asLong(0);
        var until = parameters.path("endTime").asLong(0);
        var size = parameters.path("pageSize").asInt(0);
        if (until < from || until - from > longest || market.clock().millis() - from > HISTORY) {
            throw new Refusal(BAD_WINDOW, "endTime is not valid");
        }
        if (size < 1 || size > PAGE_MAX || cursor.equals("nomore")) {
            throw new Refusal(Gateway.BAD_PARAMETER, "pageSize or cursor out of range");
        }
        var start = cursor.isEmpty() ? Mark.before(Math.ceilDiv(from, MILLIS)) : Mark.of(cursor);
        return Keyset.read(line, start, Math.floorDiv(until, MILLIS), size);
    }

    private static String text(Keyset.Page<?> page) {
        var next = page.next();
        return next == null ? "nomore" : next.toString();
    }

    private static ObjectNode render(Order order) {
        synchronized (order) {
            var line = order.lines().getFirst();
            var node = Json.object();
            node.putObject("orderBaseInfo")
                .put("oid", order.id())
                .put("status", Statuses.order(order))
                .put("createTime", order.createdAt() * MILLIS)
                .put("payTime", order.paidAt() * MILLIS)
                .put("updateTime", order.updatedAt() * MILLIS)
                .put("totalFee", line.amountFen())
                .put("buyerOpenId", "open-" + order.id())
                .put("sellerOpenId", String.valueOf(order.shopId()));
            node.putObject("orderItemInfo")
                .put("orderItemId", line.id())
                .put("itemId", line.sku().productId())
                .put("skuId", line.sku().id())
                .put("skuNick", line.sku().code())
                .put("num", line.quantity())
                .put("originalPrice", line.sku().priceFen());
            var refunds = node.putArray("orderRefundList");
            var sale = line.afterSale();
            if (sale != null) {
                refunds.addObject().put("refundId", sale.id()).put("refundStatus", Statuses.refund(sale));
            }
            return node;
        }
    }

    private static ObjectNode render(AfterSale sale) {
        return Json.object()
            .put("refundId", sale.id())
            .put("oid", sale.line().orderId())
            .put("skuId", sale.line().sku().id())
            .put("status", Statuses.refund(sale))
            .put("refundFee", sale.line().amountFen())
            .put("createTime", sale.createdAt() * MILLIS)
            .put("updateTime", sale.updatedAt() * MILLIS);
    }
}
