package io.wanqu.simulators.pinduoduo;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.ShanghaiTime;
import io.wanqu.simulators.Timeline;
import io.wanqu.simulators.Timeline.Range;
import io.wanqu.simulators.market.AfterSales.AfterSale;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.Order;
import io.wanqu.simulators.market.Order.State;
import io.wanqu.simulators.market.Shop;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reading orders and refund cases, newest first. Orders that wait for payment are in no list. */
final class OrderApi {

    private static final int PAGE_MAX = 100;
    private static final long CHANGES_MAX_SECONDS = 1800;
    private static final long CREATIONS_MAX_SECONDS = 24 * 3600;

    private final Market market;
    private final Set<Long> underReview = ConcurrentHashMap.newKeySet();

    OrderApi(Market market) {
        this.market = market;
    }

    void offer(Router router) {
        router.offer("pdd.order.number.list.increment.get", "order_sn_increment_get_response", (shop, form) ->
            list(shop.orders().updated(), window(form, "updated_at", CHANGES_MAX_SECONDS), form, "order_sn_list"));
        router.offer("pdd.order.list.get", "order_list_get_response", (shop, form) ->
            list(shop.orders().created(), window(form, "confirm_at", CREATIONS_MAX_SECONDS), form, "order_list"));
        router.offer("pdd.order.information.get", "order_info_get_response", this::detail);
        router.offer("pdd.refund.list.increment.get", "refund_increment_get_response", OrderApi::refunds);
    }

    /** The platform looks at the order itself, and forbids to ship it meanwhile. */
    void review(long orderId, boolean on) {
        if (on) {
            underReview.add(orderId);
        } else {
            underReview.remove(orderId);
        }
        market.order(orderId);
    }

    private ObjectNode list(Timeline<Order> orders, Window window, Map<String, String> form, String name) {
        var total = orders.slice(window.from, window.until, false, new Range(0, 1)).total();
        var visible = orders.slice(window.from, window.until, false, new Range(0, (int) total)).found().stream()
            .filter(order -> order.state() != State.UNPAID).toList();
        var page = page(form);
        var answer = Json.object().put("total_count", visible.size());
        var rows = answer.putArray(name);
        visible.stream().skip(page.skip()).limit(page.size()).forEach(order -> rows.add(render(order)));
        return answer;
    }

    private ObjectNode detail(Shop shop, Map<String, String> form) {
        var order = shop.orders().find(number(form, "order_sn"));
        if (order == null) {
            throw new Refusal(Refusal.NO_ORDER, "no such order");
        }
        var node = render(order);
        var cards = node.putArray("card_info_list");
        order.lines().getFirst().codes().forEach(code ->
            cards.addObject().put("card_no", code.number()).put("mask_password", "****"));
        return Json.object().set("order_info", node);
    }

    private ObjectNode render(Order order) {
        synchronized (order) {
            var line = order.lines().getFirst();
            var amount = yuan(order.amountFen());
            var node = Json.object()
                .put("order_sn", String.valueOf(order.id()))
                .put("risk_control_status", underReview.contains(order.id()) ? 1 : 0)
                .put("confirm_status", group(order))
                .put("refund_status", refund(line.afterSale()))
                .put("after_sales_status", line.afterSale() == null ? 0 : afterSale(line.afterSale()))
                .put("pay_amount", amount)
                .put("goods_amount", amount)
                .put("created_time", ShanghaiTime.text(order.createdAt()))
                .put("updated_at", ShanghaiTime.text(order.updatedAt()))
                .put("pay_time", order.paidAt() == 0 ? "" : ShanghaiTime.text(order.paidAt()))
                .put("confirm_time", group(order) == 1 ? ShanghaiTime.text(order.paidAt()) : "");
            if (order.override() != null) {
                node.put("order_status", Integer.parseInt(order.override()));
            } else {
                node.put("order_status", status(order.state() == State.CLOSED ? order.closedFrom() : order.state()));
            }
            node.putArray("item_list").addObject()
                .put("goods_id", line.sku().productId())
                .put("sku_id", line.sku().id())
                .put("outer_id", line.sku().code())
                .put("goods_price", yuan(line.amountFen() / line.quantity()))
                .put("goods_count", line.quantity());
            return node;
        }
    }

    private static int status(@Nullable State state) {
        return state == State.SHIPPED ? 2 : state == State.COMPLETED ? 3 : 1;
    }

    private static int group(Order order) {
        return switch (order.state()) {
            case UNPAID, HELD -> 0;
            case PAID, PART_SHIPPED, SHIPPED, COMPLETED -> 1;
            case CLOSED -> order.closedFrom() == State.UNPAID ? 2 : 1;
        };
    }

    private static int refund(@Nullable AfterSale sale) {
        return sale == null ? 1 : switch (sale.step()) {
            case APPLIED -> 2;
            case AGREED -> 4;
            case REFUSED, WITHDRAWN -> 1;
        };
    }

    private static int afterSale(AfterSale sale) {
        return switch (sale.step()) {
            case APPLIED -> 2;
            case AGREED -> 10;
            case REFUSED -> 9;
            case WITHDRAWN -> 11;
        };
    }

    private static ObjectNode refunds(Shop shop, Map<String, String> form) {
        var window = window(form, "updated_at", CHANGES_MAX_SECONDS);
        var slice = shop.afterSales().updated().slice(window.from, window.until, false, page(form));
        var answer = Json.object().put("total_count", slice.total());
        var rows = answer.putArray("refund_list");
        for (var lineId : slice.found()) {
            var sale = shop.afterSales().find(lineId);
            if (sale != null) {
                rows.addObject()
                    .put("id", sale.id())
                    .put("order_sn", String.valueOf(sale.line().orderId()))
                    .put("after_sales_status", afterSale(sale))
                    .put("after_sales_type", 2)
                    .put("refund_amount", yuan(sale.line().amountFen()))
                    .put("created_time", ShanghaiTime.text(sale.createdAt()))
                    .put("updated_time", ShanghaiTime.text(sale.updatedAt()));
            }
        }
        return answer;
    }

    private static Window window(Map<String, String> form, String name, long mostSeconds) {
        var window = new Window(number(form, "start_" + name), number(form, "end_" + name));
        if (window.until < window.from || window.until - window.from > mostSeconds) {
            throw new Refusal(Refusal.PARAMETER, "the window is too long or ends before it begins");
        }
        return window;
    }

    private static Range page(Map<String, String> form) {
        var page = number(form, "page");
        var size = number(form, "page_size");
        if (page < 1 || size < 1 || size > PAGE_MAX) {
            throw new Refusal(Refusal.PARAMETER, "page or page_size out of range");
        }
        return new Range((page - 1) * size, (int) size);
    }

    static long number(Map<String, String> form, String name) {
        var text = form.getOrDefault(name, "");
        if (!text.matches("-?\\d{1,19}")) {
            throw new Refusal(Refusal.PARAMETER, name + " is no number");
        }
        return Long.parseLong(text);
    }

    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    private record Window(long from, long until) {
    }
}
