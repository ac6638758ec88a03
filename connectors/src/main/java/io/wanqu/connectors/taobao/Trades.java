package io.wanqu.connectors.taobao;

import io.wanqu.connector.ChangeWindow;
import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.ChannelOrder.Item;
import io.wanqu.connector.ChannelOrder.Line;
import io.wanqu.connector.ChannelOrder.Reach;
import io.wanqu.connector.ChannelOrder.Times;
import io.wanqu.connector.ChannelOrder.Total;
import io.wanqu.connector.OrderPage;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads trades. */
final class Trades {

    private final Gateway gateway;

    Trades(Gateway gateway) {
        this.gateway = gateway;
    }

    OrderPage changed(ChangeWindow window, @Nullable String cursor) {
        var updated = window.basis() == ChangeWindow.Basis.UPDATED;
        var method = updated ? "taobao.trades.sold.increment.get" : "taobao.trades.sold.get";
        var basis = updated ? "modified" : "created";
        var found = Pages.read(cursor, (page, counting) -> gateway.data(method, Map.of(
            "fields", Facts.TRADE_FIELDS,
            "start_" + basis, Values.local(window.from()),
            "end_" + basis, Values.local(window.until()),
            "page_no", String.valueOf(page),
            "page_size", String.valueOf(Facts.PAGE_SIZE),
            "use_has_next", String.valueOf(!counting))), "trades", "trade");
        return new OrderPage(found.rows().stream().map(Trades::order).toList(), found.next());
    }

    Optional<ChannelOrder> find(String id) {
        var envelope = gateway.call("taobao.trade.fullinfo.get", Map.of("tid", id, "fields", Facts.TRADE_FIELDS));
        if (envelope.notFound()) {
            return Optional.empty();
        }
        if (!envelope.ok()) {
            throw envelope.trouble();
        }
        var trade = envelope.body().path("trade");
        return trade.isObject() ? Optional.of(order(trade)) : Optional.empty();
    }

    static ChannelOrder order(JsonNode node) {
        var status = node.path("status").asString("");
        var lines = new ArrayList<Line>();
        node.path("orders").path("order").forEach(line -> lines.add(line(line)));
        var buyer = Values.textOrNull(node, "buyer_open_uid");
        return new ChannelOrder(
            id(node, "tid"),
            Statuses.trade(status),
            status,
            lines,
            new Total(Values.fen(node, "payment"), Facts.CURRENCY),
            buyer == null ? Values.textOrNull(node, "buyer_nick") : buyer,
            new Times(Values.instantOrEpoch(node, "created"), Values.instant(node, "pay_time"),
                Values.instantOrEpoch(node, "modified")),
            new Reach(null, Values.textOrNull(node, "receiver_mobile"), Values.textOrNull(node, "oaid")));
    }

    private static Line line(JsonNode node) {
        return new Line(
            id(node, "oid"),
            new Item(node.path("num_iid").asString(""), node.path("sku_id").asString(""),
                Values.textOrNull(node, "outer_sku_id")),
            node.path("num").asInt(0),
            Values.fen(node, "payment"),
            Statuses.refund(node.path("refund_status").asString("")));
    }

    /** Told twice, as a number and as a text; the text is there for those who cannot count so far. */
    private static String id(JsonNode node, String name) {
        var text = Values.textOrNull(node, name + "_str");
        return text == null ? node.path(name).asString("") : text;
    }
}
