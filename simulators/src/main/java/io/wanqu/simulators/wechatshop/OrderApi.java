package io.wanqu.simulators.wechatshop;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.Keyset;
import io.wanqu.simulators.Keyset.Mark;
import io.wanqu.simulators.Refusal;
import io.wanqu.simulators.Timeline;
import io.wanqu.simulators.market.AfterSales.AfterSale.Step;
import io.wanqu.simulators.market.Line;
import io.wanqu.simulators.market.Order;
import io.wanqu.simulators.market.Shop;
import io.wanqu.simulators.market.Trade;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders, their shipping without a parcel, and after-sales: lists give numbers and a key that fits one question only. */
final class OrderApi {

    private static final int NO_ORDER = 100001;
    private static final int NOT_WAITING = 100009;
    private static final int TOO_MANY = 31042;
    private static final int WRONG_KEY = 606006;
    private static final int VIRTUAL = 3;
    private static final int PAGE_MAX = 100;
    private static final long ORDERS_SECONDS = Duration.ofDays(7).toSeconds();
    private static final long CASES_SECONDS = Duration.ofDays(1).toSeconds();

    private final Trade trade;

    OrderApi(Trade trade) {
        this.trade = trade;
    }

    void offer(Gateway gateway) {
        gateway.offer("/channels/ec/order/list/get", OrderApi::list);
        gateway.offer("/channels/ec/order/get", OrderApi::detail);
        gateway.offer("/channels/ec/order/delivery/send", this::ship);
        gateway.offer("/channels/ec/aftersale/getaftersalelist", OrderApi::cases);
        gateway.offer("/channels/ec/aftersale/getaftersaleorder", OrderApi::afterSale);
    }

    private static ObjectNode list(Shop shop, JsonNode asked) {
        var byChange = asked.has("update_time_range");
        var range = asked.path(byChange ? "update_time_range" : "create_time_range");
        var size = asked.path("page_size").asInt(0);
        if (size < 1 || size > PAGE_MAX) {
            throw new Refusal(TOO_MANY, "page_size out of range");
        }
        var span = new Span(range.path("start_time").asLong(0), range.path("end_time").asLong(0), ORDERS_SECONDS);
        var page = page(byChange ? shop.orders().updated() : shop.orders().created(), span, asked, size);
        var answer = answer(page, span);
        var ids = answer.putArray("order_id_list");
        page.found().forEach(order -> ids.add(String.valueOf(order.id())));
        return answer;
    }

    private static ObjectNode cases(Shop shop, JsonNode asked) {
        var basis = asked.has("begin_update_time") ? "update_time" : "create_time";
        var span = new Span(asked.path("begin_" + basis).asLong(0), asked.path("end_" + basis).asLong(0), CASES_SECONDS);
        var page = page(shop.afterSales().updated(), span, asked, PAGE_MAX);
        var answer = answer(page, span);
        var ids = answer.putArray("after_sale_order_id_list");
        for (var lineId : page.found()) {
            var sale = shop.afterSales().find(lineId);
            if (sale != null) {
                ids.add(String.valueOf(sale.id()));
            }
        }
        return answer;
    }

    private static <T> Keyset.Page<T> page(Timeline<T> line, Span span, JsonNode asked, int size) {
        if (span.until < span.from || span.until - span.from > span.longest) {
            throw new Refusal(Gateway.BAD_PARAMETER, "time range out of range");
        }
        var key = asked.path("next_key").asString("");
        if (!key.isEmpty() && !key.startsWith(span.key())) {
            throw new Refusal(WRONG_KEY, "next_key does not fit the query");
        }
        return Keyset.read(line, key.isEmpty() ? Mark.before(span.from) : Mark.of(key.substring(span.key().length())),
            span.until, size);
    }

    private static ObjectNode answer(Keyset.Page<?> page, Span span) {
        var next = page.next();
        return Json.object().put("has_more", next != null).put("next_key", next == null ? "" : span.key() + next);
    }

    private static ObjectNode detail(Shop shop, JsonNode asked) {
        return Json.object().set("order", render(order(shop, asked)));
    }

    private static ObjectNode render(Order order) {
        synchronized (order) {
            var node = Json.object()
                .put("order_id", String.valueOf(order.id()))
                .put("openid", "open-" + order.id())
                .put("unionid", "union-" + order.id())
                .put("create_time", order.createdAt())
                .put("update_time", order.updatedAt())
                .put("status", Statuses.order(order));
            var detail = node.putObject("order_detail");
            var lines = detail.putArray("product_infos");
            order.lines().forEach(line -> lines.add(render(line)));
            var pay = detail.putObject("pay_info");
            if (order.paidAt() > 0) {
                pay.put("pay_time", order.paidAt());
            }
            detail.putObject("price_info").put("order_price", order.amountFen());
            var parcels = detail.putObject("delivery_info").putArray("delivery_product_info");
            order.lines().stream().filter(Line::shipped).forEach(line -> parcels.addObject()
                .put("deliver_type", VIRTUAL)
                .putArray("product_infos").addObject()
                .put("product_id", String.valueOf(line.sku().productId()))
                .put("sku_id", String.valueOf(line.sku().id())));
            return node;
        }
    }

    private static ObjectNode render(Line line) {
        return Json.object()
            .put("product_id", String.valueOf(line.sku().productId()))
            .put("sku_id", String.valueOf(line.sku().id()))
            .put("sku_code", line.sku().code())
            .put("sku_cnt", line.quantity())
            .put("sale_price", line.sku().priceFen())
            .put("real_price", line.amountFen())
            .put("on_aftersale_sku_cnt", Statuses.pieces(line, Step.APPLIED))
            .put("finish_aftersale_sku_cnt", Statuses.pieces(line, Step.AGREED));
    }

    private ObjectNode ship(Shop shop, JsonNode asked) {
        var order = order(shop, asked);
        for (var delivery : asked.path("delivery_list")) {
            if (delivery.path("deliver_type").asInt(0) != VIRTUAL) {
                throw new Refusal(Gateway.BAD_PARAMETER, "this shop sends no parcels");
            }
            for (var product : delivery.path("product_infos")) {
                ship(order, line(order, product));
            }
        }
        return Json.object();
    }

    private void ship(Order order, Line line) {
        line.writing().lock();
        try {
            if (!order.open() || line.shipped() || line.refunded()) {
                throw new Refusal(NOT_WAITING, "the order is not waiting to be shipped");
            }
            trade.ship(line);
        } finally {
            line.writing().unlock();
        }
    }

    private static Line line(Order order, JsonNode product) {
        return order.lines().stream()
            .filter(each -> each.sku().id() == product.path("sku_id").asLong(0)
                && each.sku().productId() == product.path("product_id").asLong(0)
                && each.quantity() == product.path("product_cnt").asInt(0))
            .findFirst()
            .orElseThrow(() -> new Refusal(Gateway.BAD_PARAMETER, "no such product in the order"));
    }

    private static ObjectNode afterSale(Shop shop, JsonNode asked) {
        var sale = shop.afterSales().byId(asked.path("after_sale_order_id").asLong(0));
        if (sale == null) {
            throw new Refusal(NO_ORDER, "no such after-sale");
        }
        var node = Json.object()
            .put("after_sale_order_id", String.valueOf(sale.id()))
            .put("status", Statuses.afterSale(sale))
            .put("order_id", String.valueOf(sale.line().orderId()))
            .put("type", "REFUND")
            .put("create_time", sale.createdAt())
            .put("update_time", sale.updatedAt());
        node.putObject("product_info")
            .put("product_id", String.valueOf(sale.line().sku().productId()))
            .put("sku_id", String.valueOf(sale.line().sku().id()))
            .put("count", sale.line().quantity());
        node.putObject("refund_info").put("amount", sale.line().amountFen());
        return Json.object().set("after_sale_order", node);
    }

    private static Order order(Shop shop, JsonNode asked) {
        var order = shop.orders().find(asked.path("order_id").asLong(0));
        if (order == null) {
            throw new Refusal(NO_ORDER, "order not exist");
        }
        return order;
    }

    /** A question's time, and what its keys begin with. */
    private record Span(long from, long until, long longest) {

        String key() {
            return from + "-" + until + "-";
        }
    }
}
