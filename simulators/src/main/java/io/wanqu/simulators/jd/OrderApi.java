package io.wanqu.simulators.jd;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.ShanghaiTime;
import io.wanqu.simulators.Timeline;
import io.wanqu.simulators.market.AfterSales.AfterSale;
import io.wanqu.simulators.market.AfterSales.AfterSale.Step;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.Order;
import io.wanqu.simulators.market.Shop;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reading orders and applications for refunds. The states that are asked for are not looked at. */
final class OrderApi {

    private static final int PAGE_MAX = 100;
    private static final long WINDOW_SECONDS = 31L * 24 * 3600;

    private final Market market;

    OrderApi(Market market) {
        this.market = market;
    }

    void offer(Interfaces interfaces) {
        interfaces.offer("jingdong.pop.order.search", this::search);
        interfaces.offer("jingdong.pop.order.get", OrderApi::detail);
        interfaces.offer("jingdong.pop.afs.soa.refundapply.queryPageList", OrderApi::refunds);
    }

    private ObjectNode search(Shop shop, JsonNode parameters) {
        var from = ShanghaiTime.seconds(parameters.path("start_date").asString(""));
        var until = ShanghaiTime.seconds(parameters.path("end_date").asString(""));
        var page = parameters.path("page").asInt(0);
        var size = parameters.path("page_size").asInt(0);
        if (from < 0 || until < 0 || until - from > WINDOW_SECONDS || page < 1 || size < 1 || size > PAGE_MAX
            || parameters.path("order_state").asString("").isEmpty() || until > market.clock().seconds() + PAGE_MAX) {
            throw new Refusal(Refusal.PARAMETER, "dates, pages or states are not as they should be");
        }
        var orders = parameters.path("dateType").asInt(0) == 1 ? shop.orders().created() : shop.orders().updated();
        var slice = orders.slice(from, until, parameters.path("sortType").asInt(0) != 1,
            new Timeline.Range((page - 1L) * size, size));
        var result = result("searchorderinfo_result").put("orderTotal", slice.total());
        var list = result.putArray("orderInfoList");
        slice.found().forEach(order -> list.add(render(order)));
        return Json.object().set("searchorderinfo_result", result);
    }

    private static ObjectNode detail(Shop shop, JsonNode parameters) {
        var order = shop.orders().find(parameters.path("order_id").asLong(0));
        var result = result("orderDetailInfo");
        if (order == null) {
            ((ObjectNode) result.path("apiResult")).put("success", false).put("errorCode", "10200004")
                .put("chineseErrCode", "no such order");
        } else {
            result.set("orderInfo", render(order));
        }
        return Json.object().set("orderDetailInfo", result);
    }

    private static ObjectNode result(String name) {
        var result = Json.object();
        result.putObject("apiResult").put("success", true).put("errorCode", "0").put("englishErrCode", name);
        return result;
    }

    private static ObjectNode render(Order order) {
        synchronized (order) {
            var node = Json.object()
                .put("orderId", String.valueOf(order.id()))
                .put("venderId", String.valueOf(order.shopId()))
                .put("orderType", "22")
                .put("orderState", state(order))
                .put("orderPayment", yuan(order.amountFen()))
                .put("orderStartTime", ShanghaiTime.text(order.createdAt()))
                .put("paymentConfirmTime", order.paidAt() == 0 ? "0001-01-01 00:00:00" : ShanghaiTime.text(order.paidAt()))
                .put("modified", ShanghaiTime.text(order.updatedAt()))
                .put("open_id_buyer", "buyer-of-" + order.id());
            var items = node.putArray("itemInfoList");
            order.lines().forEach(line -> items.addObject()
                .put("skuId", String.valueOf(line.sku().id()))
                .put("wareId", String.valueOf(line.sku().productId()))
                .put("outerSkuId", line.sku().code())
                .put("jdPrice", yuan(line.amountFen() / line.quantity()))
                .put("itemTotal", String.valueOf(line.quantity())));
            return node;
        }
    }

    private static String state(Order order) {
        var override = order.override();
        if (override != null) {
            return override;
        }
        if (order.open() && order.lines().stream().anyMatch(line -> applied(line.afterSale()))) {
            return "LOCKED";
        }
        return switch (order.state()) {
            case UNPAID -> "NOT_PAY";
            case HELD -> "PAUSE";
            case PAID, PART_SHIPPED -> "WAIT_SELLER_STOCK_OUT";
            case SHIPPED -> "WAIT_GOODS_RECEIVE_CONFIRM";
            case COMPLETED -> "FINISHED_L";
            case CLOSED -> "TRADE_CANCELED";
        };
    }

    private static boolean applied(@Nullable AfterSale sale) {
        return sale != null && sale.step() == Step.APPLIED;
    }

    private static ObjectNode refunds(Shop shop, JsonNode parameters) {
        var from = ShanghaiTime.seconds(parameters.path("applyTimeStart").asString(""));
        var until = ShanghaiTime.seconds(parameters.path("applyTimeEnd").asString(""));
        var size = parameters.path("pageSize").asInt(PAGE_MAX);
        var slice = shop.afterSales().updated().slice(from, until, true,
            new Timeline.Range((parameters.path("pageIndex").asInt(1) - 1L) * size, size));
        var result = Json.object().put("success", true).put("totalCount", slice.total());
        var list = result.putArray("result");
        for (var lineId : slice.found()) {
            var sale = shop.afterSales().find(lineId);
            if (sale != null) {
                list.add(render(sale));
            }
        }
        return Json.object().set("queryResult", result);
    }

    private static ObjectNode render(AfterSale sale) {
        var status = switch (sale.step()) {
            case APPLIED -> 0;
            case REFUSED -> 2;
            case AGREED -> 3;
            case WITHDRAWN -> 11;
        };
        return Json.object()
            .put("id", String.valueOf(sale.id()))
            .put("orderId", String.valueOf(sale.line().orderId()))
            .put("applyRefundSum", sale.line().amountFen())
            .put("status", status)
            .put("applyTime", ShanghaiTime.text(sale.createdAt()))
            .put("checkTime", status == 0 ? "" : ShanghaiTime.text(sale.updatedAt()));
    }

    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
