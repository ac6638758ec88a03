package io.wanqu.connectors.jd;

import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.ChannelOrder.Item;
import io.wanqu.connector.ChannelOrder.Line;
import io.wanqu.connector.ChannelOrder.Refund;
import io.wanqu.connector.ChannelOrder.RefundState;
import io.wanqu.connector.ChannelOrder.Times;
import io.wanqu.connector.ChannelOrder.Total;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connectors.wire.Json;
import io.wanqu.connectors.wire.Shanghai;
import io.wanqu.connectors.wire.Yuan;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An order in JD's words, whoever passes them on. */
public final class JdOrder {

    private JdOrder() {
    }

    public static ChannelOrder read(JsonNode node) {
        var paidAt = Shanghai.timeOrNull(Json.text(node, Names.PAID));
        var state = Json.text(node, Names.STATE);
        var status = Statuses.order(state, paidAt != null);
        var lines = new ArrayList<Line>();
        node.path(Names.ITEMS).forEach(item -> lines.add(line(item, status, state)));
        return new ChannelOrder(Json.text(node, Names.ID), status, state, lines,
            new Total(total(node, lines), Yuan.CURRENCY), Json.textOrNull(node, Names.BUYER), times(node, paidAt));
    }

    /** JD has no number for a line; the same SKU stands on one line only. */
    private static Line line(JsonNode node, OrderStatus status, String state) {
        var count = node.path(Names.ITEM_COUNT).asInt(0);
        var sku = Json.text(node, Names.ITEM_SKU);
        return new Line(sku, new Item(Json.text(node, Names.ITEM_WARE), sku, Json.textOrNull(node, Names.ITEM_OUTER)),
            count, Yuan.fen(Json.text(node, Names.ITEM_PRICE)) * count, refund(status, state));
    }

    /** Refund cases are read by themselves; an order only shows that one lies over it. */
    private static Refund refund(OrderStatus status, String state) {
        return switch (status) {
            case REFUNDING -> new Refund(RefundState.REFUNDING, state);
            case REFUNDED -> new Refund(RefundState.REFUNDED, state);
            default -> Refund.NONE;
        };
    }

    private static long total(JsonNode node, ArrayList<Line> lines) {
        return node.has(Names.PAYMENT) ? Yuan.fen(Json.text(node, Names.PAYMENT))
            : lines.stream().mapToLong(Line::amountMinor).sum();
    }

    /** Where the time of the last change is not passed on, the latest of the others stands for it. */
    private static Times times(JsonNode node, @Nullable Instant paidAt) {
        var created = Shanghai.time(Json.text(node, Names.CREATED));
        var updated = Shanghai.timeOrNull(Json.text(node, Names.UPDATED));
        if (updated == null) {
            updated = paidAt == null ? created : paidAt;
        }
        return new Times(created, paidAt, updated);
    }
}
