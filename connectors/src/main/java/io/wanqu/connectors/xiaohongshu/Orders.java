package io.wanqu.connectors.xiaohongshu;

import io.wanqu.connector.ChangeWindow;
import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.ChannelOrder.Item;
import io.wanqu.connector.ChannelOrder.Line;
import io.wanqu.connector.ChannelOrder.Times;
import io.wanqu.connector.ChannelOrder.Total;
import io.wanqu.connector.Delivery;
import io.wanqu.connector.OrderPage;
import io.wanqu.connector.Secret;
import io.wanqu.connectors.wire.Json;
import io.wanqu.connectors.wire.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads orders. The list names them, a call for each describes it. Questions are asked in seconds and answered in
 * milliseconds. A SKU stands in an order once, so its number serves as the line's.
 */
final class Orders {

    private final Gateway gateway;

    Orders(Gateway gateway) {
        this.gateway = gateway;
    }

    OrderPage changed(ChangeWindow window, @Nullable String cursor) {
        var byChange = window.basis() == ChangeWindow.Basis.UPDATED;
        var longest = longest(window);
        var place = Place.of(window, longest, cursor);
        var data = gateway.data("order.getOrderList", Map.of(
            "startTime", place.from(),
            "endTime", place.until(window),
            "timeType", byChange ? Facts.BY_CHANGE : Facts.BY_CREATION,
            "pageNo", place.askedPage(),
            "pageSize", Facts.PAGE_SIZE));
        var rows = new Place.Rows(data.path(Names.TOTAL).asLong(0), (long) Facts.PAGES_MAX * Facts.PAGE_SIZE);
        var ids = new ArrayList<String>();
        if (place.takes(rows)) {
            data.path(Names.ORDERS).forEach(node -> ids.add(Json.text(node, Names.ID)));
        }
        var found = Together.each(ids, this::find).stream().flatMap(Optional::stream).toList();
        return new OrderPage(found, place.next(window, longest, rows));
    }

    static Duration longest(ChangeWindow window) {
        return window.basis() == ChangeWindow.Basis.UPDATED ? Facts.UPDATED_SPAN : Facts.CREATED_SPAN;
    }

    Optional<ChannelOrder> find(String id) {
        var envelope = gateway.call("order.getOrderDetail", Map.of("orderId", id));
        if (envelope.code().equals(Facts.NO_ORDER)) {
            return Optional.empty();
        }
        var data = Facts.CODES.data(envelope);
        return data.has(Names.ID) ? Optional.of(order(data)) : Optional.empty();
    }

    /** The cards that the platform itself keeps for an order and shows to the buyer. */
    List<Delivery.Code> cards(String order, String line) {
        var codes = new ArrayList<Delivery.Code>();
        for (var card : gateway.data("order.couponList", Map.of("orderId", order)).path(Names.CARDS)) {
            var sku = Json.text(card, Names.SKU);
            if (sku.isEmpty() || sku.equals(line)) {
                var secret = Json.textOrNull(card, Names.CARD_SECRET);
                var number = Json.text(card, Names.CARD_NUMBER);
                codes.add(new Delivery.Code(number, secret == null ? null : Secret.of(secret), number));
            }
        }
        return codes;
    }

    private static ChannelOrder order(JsonNode node) {
        var paid = node.path(Names.PAID).asLong(0);
        var status = node.path(Names.STATUS).asInt(-1);
        var lines = new ArrayList<Line>();
        node.path(Names.SKUS).forEach(sku -> lines.add(line(sku)));
        return new ChannelOrder(
            Json.text(node, Names.ID),
            Statuses.order(status, paid > 0),
            String.valueOf(status),
            lines,
            new Total(node.path(Names.TOTAL_PAID).asLong(0), Facts.CURRENCY),
            Json.textOrNull(node, Names.BUYER),
            new Times(instant(node, Names.CREATED), paid > 0 ? Instant.ofEpochMilli(paid) : null,
                instant(node, Names.UPDATED)));
    }

    private static Line line(JsonNode sku) {
        return new Line(
            Json.text(sku, Names.SKU),
            new Item(Json.text(sku, Names.SKU_ITEM), Json.text(sku, Names.SKU), Json.textOrNull(sku, Names.SKU_CODE)),
            sku.path(Names.QUANTITY).asInt(0),
            sku.path(Names.SKU_PAID).asLong(0),
            Statuses.line(sku.path(Names.SKU_AFTER_SALE).asInt(-1)));
    }

    static Instant instant(JsonNode node, String name) {
        return Instant.ofEpochMilli(node.path(name).asLong(0));
    }
}
