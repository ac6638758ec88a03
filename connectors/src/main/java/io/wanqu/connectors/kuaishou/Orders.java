package io.wanqu.connectors.kuaishou;

import io.wanqu.connector.ChangeWindow;
import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.ChannelOrder.Item;
import io.wanqu.connector.ChannelOrder.Line;
import io.wanqu.connector.ChannelOrder.Refund;
import io.wanqu.connector.ChannelOrder.Times;
import io.wanqu.connector.ChannelOrder.Total;
import io.wanqu.connector.OrderPage;
import io.wanqu.connectors.wire.Json;
import io.wanqu.connectors.wire.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads orders by the platform's cursor. An order of this platform has one item, which goes by the order's number. */
final class Orders {

    private final Gateway gateway;

    Orders(Gateway gateway) {
        this.gateway = gateway;
    }

    OrderPage changed(ChangeWindow window, @Nullable String cursor) {
        var span = Span.of(window, Facts.ORDERS_SPAN, cursor);
        var data = gateway.read("open.order.cursor.list", Map.of(
            "orderViewStatus", Facts.ALL_ORDERS,
            "queryType", window.basis() == ChangeWindow.Basis.UPDATED ? Facts.BY_CHANGE : Facts.BY_CREATION,
            "sort", Facts.OLDEST_FIRST,
            "beginTime", span.from().toEpochMilli(),
            "endTime", span.until().toEpochMilli(),
            "pageSize", Facts.PAGE_SIZE,
            "cursor", span.place()));
        var found = new ArrayList<ChannelOrder>();
        data.path(Names.ORDERS).forEach(node -> found.add(order(node)));
        return new OrderPage(found, next(span, window, Json.text(data, Names.CURSOR)));
    }

    /** An empty cursor would mean the beginning again, so it ends the reading as well. */
    static @Nullable String next(Span span, ChangeWindow window, String cursor) {
        return cursor.isEmpty() || cursor.equals(Facts.NO_MORE) ? span.done(window) : span.at(cursor);
    }

    Optional<ChannelOrder> find(String id) {
        var envelope = gateway.ask("open.order.detail", Map.of("oid", Gateway.number(id)));
        if (envelope.code().equals(Facts.NO_ORDER)) {
            return Optional.empty();
        }
        var data = Facts.CODES.data(envelope);
        return data.path(Names.BASE).isObject() ? Optional.of(order(data)) : Optional.empty();
    }

    private static ChannelOrder order(JsonNode node) {
        var base = node.path(Names.BASE);
        var paid = base.path(Names.PAID).asLong(0);
        var status = base.path(Names.STATUS).asInt(-1);
        return new ChannelOrder(
            Json.text(base, Names.ID),
            Statuses.order(status, paid > 0),
            String.valueOf(status),
            List.of(line(node, base)),
            new Total(base.path(Names.TOTAL_FEE).asLong(0), Facts.CURRENCY),
            Json.textOrNull(base, Names.BUYER),
            new Times(instant(base, Names.CREATED), paid > 0 ? Instant.ofEpochMilli(paid) : null,
                instant(base, Names.UPDATED)));
    }

    private static Line line(JsonNode node, JsonNode base) {
        var item = node.path(Names.ITEM);
        return new Line(
            Json.text(base, Names.ID),
            new Item(Json.text(item, Names.ITEM_ID), Json.text(item, Names.SKU_ID), Json.textOrNull(item, Names.SKU_CODE)),
            item.path(Names.QUANTITY).asInt(0),
            base.path(Names.TOTAL_FEE).asLong(0),
            refund(node.path(Names.REFUNDS)));
    }

    /** The newest case counts: an earlier one may have been withdrawn. */
    private static Refund refund(JsonNode cases) {
        var newest = -1L;
        var refund = Refund.NONE;
        for (var each : cases) {
            var id = each.path(Names.REFUND_ID).asLong(0);
            if (id > newest) {
                newest = id;
                refund = Statuses.refund(each.path(Names.REFUND_STATUS).asInt(-1));
            }
        }
        return refund;
    }

    static Instant instant(JsonNode node, String name) {
        return Instant.ofEpochMilli(node.path(name).asLong(0));
    }
}
