package io.wanqu.simulators.doudian;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.Timeline.Range;
import io.wanqu.simulators.Timeline;
import io.wanqu.simulators.market.AfterSales.AfterSale;
import io.wanqu.simulators.market.Line;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.Order;
import io.wanqu.simulators.market.Shop;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reading orders and refund cases: order.searchList, order.orderDetail, afterSale.List. */
final class ReadingApi {

    private static final int PAGE_MAX = 100;
    private static final long ROWS_MAX = 10_000;
    private static final long HISTORY_SECONDS = 90L * 24 * 3600;
    private static final int E_COUPON = 5;

    private final Market market;

    ReadingApi(Market market) {
        this.market = market;
    }

    void offer(Gateway gateway) {
        gateway.offer("order.searchList", this::search);
        gateway.offer("order.orderDetail", ReadingApi::detail);
        gateway.offer("afterSale.List", ReadingApi::refunds);
    }

    private JsonNode search(Shop shop, JsonNode parameters) {
        var range = range(parameters);
        var slice = slice(shop, parameters, range);
        var orders = Json.array();
        slice.found().forEach(order -> orders.add(render(order)));
        return Json.object()
            .put("page", range.skip() / range.size())
            .put("total", slice.total())
            .put("size", range.size())
            .set("shop_order_list", orders);
    }

    private Timeline.Slice<Order> slice(Shop shop, JsonNode parameters, Range range) {
        var byUpdate = parameters.has("update_time_start");
        var basis = byUpdate ? "update_time" : "create_time";
        var oldest = market.clock().seconds() - HISTORY_SECONDS;
        var from = parameters.path(basis + "_start").asLong(oldest);
        var until = parameters.path(basis + "_end").asLong(Long.MAX_VALUE);
        if (from < oldest) {
            throw new Refusal(Refusal.PARAMETER_WRONG, "isv.parameter-invalid", "only ninety days can be searched");
        }
        if (!parameters.path("order_by").asString(basis).equals(basis)) {
            throw new Refusal(Refusal.PARAMETER_WRONG, "isv.parameter-invalid", "order_by differs from the window");
        }
        var line = byUpdate ? shop.orders().updated() : shop.orders().created();
        return line.slice(from, until, parameters.path("order_asc").asBoolean(false), range);
    }

    private static JsonNode detail(Shop shop, JsonNode parameters) {
        var order = shop.orders().find(parameters.path("shop_order_id").asLong(0));
        if (order == null) {
            throw new Refusal(Refusal.BUSINESS, "isv.business-failed:order-not-exist", "no such order");
        }
        return Json.object().set("shop_order_detail", render(order));
    }

    private static ObjectNode render(Order order) {
        synchronized (order) {
            var node = Json.object()
                .put("shop_id", order.shopId())
                .put("order_id", String.valueOf(order.id()))
                .put("order_type", E_COUPON)
                .put("order_status", Statuses.order(order))
                .put("main_status", Statuses.main(order))
                .put("create_time", order.createdAt())
                .put("update_time", order.updatedAt())
                .put("pay_time", order.paidAt())
                .put("order_amount", order.amountFen())
                .put("pay_amount", order.amountFen())
                .put("doudian_open_id", "1@#" + (order.buyer().name().isEmpty() ? order.id() : order.buyer().name()))
                .put("mask_post_tel", order.buyer().maskedPhone())
                .put("post_tel", order.buyer().open() ? order.buyer().phone() : "");
            var lines = node.putArray("sku_order_list");
            order.lines().forEach(line -> lines.add(render(order, line)));
            return node;
        }
    }

    private static ObjectNode render(Order order, Line line) {
        var node = Json.object()
            .put("order_id", String.valueOf(line.id()))
            .put("parent_order_id", String.valueOf(order.id()))
            .put("order_status", Statuses.order(order))
            .put("product_id", line.sku().productId())
            .put("product_id_str", String.valueOf(line.sku().productId()))
            .put("sku_id", line.sku().id())
            .put("code", line.sku().code())
            .put("item_num", line.quantity())
            .put("pay_amount", line.amountFen())
            .put("pay_time", order.paidAt());
        node.putObject("after_sale_info")
            .put("after_sale_status", Statuses.afterSale(line))
            .put("after_sale_type", 2)
            .put("refund_status", Statuses.refund(line));
        return node;
    }

    private static Range range(JsonNode parameters) {
        var page = parameters.path("page").asLong(0);
        var size = parameters.path("size").asInt(0);
        if (size < 1 || size > PAGE_MAX || page < 0 || (page + 1) * size > ROWS_MAX) {
            throw new Refusal(Refusal.PARAMETER_WRONG, "isv.parameter-invalid", "page or size out of range");
        }
        return new Range(page * size, size);
    }

    private static JsonNode refunds(Shop shop, JsonNode parameters) {
        var range = range(parameters);
        var slice = shop.afterSales().updated().slice(
            parameters.path("update_start_time").asLong(0),
            parameters.path("update_end_time").asLong(Long.MAX_VALUE),
            parameters.path("order_by").path(0).asString("").equals("update_time asc"),
            range);
        var items = Json.array();
        for (var lineId : slice.found()) {
            var sale = shop.afterSales().find(lineId);
            if (sale != null) {
                items.add(render(sale));
            }
        }
        return Json.object()
            .put("page", range.skip() / range.size())
            .put("size", items.size())
            .put("total", slice.total())
            .put("has_more", range.skip() + range.size() < slice.total())
            .set("items", items);
    }

    private static ObjectNode render(AfterSale sale) {
        var item = Json.object();
        item.putObject("aftersale_info")
            .put("aftersale_id", String.valueOf(sale.id()))
            .put("aftersale_type", 2)
            .put("aftersale_status", Statuses.afterSale(sale))
            .put("related_id", String.valueOf(sale.line().id()))
            .put("refund_amount", sale.line().amountFen())
            .put("refund_status", Statuses.refund(sale.line()))
            .put("create_time", sale.createdAt())
            .put("apply_time", sale.createdAt())
            .put("update_time", sale.updatedAt());
        item.putObject("order_info")
            .put("shop_order_id", String.valueOf(sale.line().orderId()))
            .putArray("related_order_info")
            .addObject()
            .put("sku_order_id", String.valueOf(sale.line().id()))
            .put("item_num", sale.line().quantity())
            .put("pay_amount", sale.line().amountFen());
        return item;
    }
}
