package io.wanqu.simulators.taobao;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.Timeline;
import io.wanqu.simulators.market.AfterSales.AfterSale;
import io.wanqu.simulators.market.Line;
import io.wanqu.simulators.market.Market;
import io.wanqu.simulators.market.Order;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Reading trades and refunds, newest first whatever one asks for; only fields that were asked for are told. */
final class Trades {

    private static final int PAGE_MAX = 100;
    private static final long DAY = 24 * 3600;
    private static final long HISTORY = 90 * DAY;

    private final Market market;

    Trades(Market market) {
        this.market = market;
    }

    void offer(Gateway gateway) {
        gateway.offer("taobao.trades.sold.get", this::created);
        gateway.offer("taobao.trades.sold.increment.get", this::changed);
        gateway.offer("taobao.trade.fullinfo.get", this::full);
        gateway.offer("taobao.refunds.receive.get", this::refunds);
    }

    private ObjectNode created(Call call) {
        var now = market.clock().seconds();
        return page(call, call.shop().orders().created(),
            Math.max(call.seconds("start_created", now - HISTORY), now - HISTORY), call.seconds("end_created", now));
    }

    private ObjectNode changed(Call call) {
        call.required("start_modified");
        call.required("end_modified");
        var from = call.seconds("start_modified", 0);
        var until = call.seconds("end_modified", 0);
        if (until - from > DAY || until < from) {
            throw Refusal.business("isv.invalid-parameter:end_modified", "the window is longer than a day");
        }
        return page(call, call.shop().orders().updated(), from, until);
    }

    private ObjectNode page(Call call, Timeline<Order> line, long from, long until) {
        var fields = call.fields();
        var range = call.range(PAGE_MAX);
        var slice = line.slice(from, until, false, range);
        var answer = Json.object();
        if (call.text("use_has_next").equals("true")) {
            answer.put("has_next", range.skip() + range.size() < slice.total());
        } else {
            answer.put("total_results", slice.total());
        }
        if (!slice.found().isEmpty()) {
            var trades = answer.putObject("trades").putArray("trade");
            slice.found().forEach(order -> trades.add(told(order, fields)));
        }
        return answer;
    }

    private ObjectNode full(Call call) {
        var fields = call.fields();
        return Json.object().set("trade", told(call.order(), fields));
    }

    private ObjectNode told(Order order, List<String> fields) {
        var node = whole(order);
        node.retain(fields);
        if (fields.contains("orders")) {
            var lines = node.putObject("orders").putArray("order");
            order.lines().forEach(line -> lines.add(told(order, line)));
        }
        return node;
    }

    private ObjectNode whole(Order order) {
        synchronized (order) {
            var node = Json.object()
                .put("tid", order.id())
                .put("tid_str", String.valueOf(order.id()))
                .put("status", Statuses.trade(order))
                .put("type", "fixed")
                .put("payment", Call.yuan(order.amountFen()))
                .put("created", Call.local(order.createdAt()))
                .put("modified", Call.local(order.updatedAt()))
                .put("buyer_nick", "~" + order.id() + "~1~")
                .put("buyer_open_uid", "AAE" + (order.buyer().name().isEmpty() ? order.id() : order.buyer().name()))
                .put("oaid", order.buyer().phone().isEmpty() ? "" : "1" + Integer.toHexString(order.buyer().phone().hashCode()))
                .put("receiver_mobile", order.buyer().maskedPhone());
            if (order.paidAt() > 0) {
                node.put("pay_time", Call.local(order.paidAt()));
            }
            return node;
        }
    }

    private ObjectNode told(Order order, Line line) {
        return Json.object()
            .put("oid", line.id())
            .put("oid_str", String.valueOf(line.id()))
            .put("num_iid", line.sku().productId())
            .put("sku_id", String.valueOf(line.sku().id()))
            .put("outer_sku_id", line.sku().code())
            .put("num", line.quantity())
            .put("price", Call.yuan(line.amountFen() / line.quantity()))
            .put("payment", Call.yuan(line.amountFen()))
            .put("status", Statuses.trade(order))
            .put("refund_status", Statuses.refund(line.afterSale()));
    }

    private ObjectNode refunds(Call call) {
        call.fields();
        var range = call.range(PAGE_MAX);
        var sales = call.shop().afterSales();
        var slice = sales.updated().slice(call.seconds("start_modified", 0),
            call.seconds("end_modified", Long.MAX_VALUE), false, range);
        var answer = Json.object();
        if (call.text("use_has_next").equals("true")) {
            answer.put("has_next", range.skip() + range.size() < slice.total());
        } else {
            answer.put("total_results", slice.total());
        }
        var list = answer.putObject("refunds").putArray("refund");
        for (var lineId : slice.found()) {
            var sale = sales.find(lineId);
            if (sale != null) {
                list.add(told(sale));
            }
        }
        return answer;
    }

    private static ObjectNode told(AfterSale sale) {
        return Json.object()
            .put("refund_id", String.valueOf(sale.id()))
            .put("tid", sale.line().orderId())
            .put("oid", sale.line().id())
            .put("status", Statuses.refund(sale))
            .put("refund_fee", Call.yuan(sale.line().amountFen()))
            .put("total_fee", Call.yuan(sale.line().amountFen()))
            .put("created", Call.local(sale.createdAt()))
            .put("modified", Call.local(sale.updatedAt()));
    }
}
