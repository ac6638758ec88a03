package io.wanqu.connectors.wechatshop;

import io.wanqu.connector.ChangeWindow;
import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.ChannelOrder.Item;
import io.wanqu.connector.ChannelOrder.Line;
import io.wanqu.connector.ChannelOrder.Reach;
import io.wanqu.connector.ChannelOrder.Times;
import io.wanqu.connector.ChannelOrder.Total;
import io.wanqu.connector.OrderPage;
import io.wanqu.connectors.wire.Json;
import io.wanqu.connectors.wire.Span;
import io.wanqu.connectors.wire.Together;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads orders. The list gives numbers, a call for each describes it. A SKU stands in an order once, so its number
 * serves as the line's.
 */
final class Orders {

    private final Gateway gateway;

    Orders(Gateway gateway) {
        this.gateway = gateway;
    }

    OrderPage changed(ChangeWindow window, @Nullable String cursor) {
        var span = Span.of(window, Facts.ORDERS_SPAN, cursor);
        var basis = window.basis() == ChangeWindow.Basis.UPDATED ? "update_time_range" : "create_time_range";
        var parameters = new HashMap<String, Object>(Map.of(
            basis, Map.of("start_time", span.from().getEpochSecond(), "end_time", span.until().getEpochSecond()),
            "page_size", Facts.PAGE_SIZE));
        if (!span.place().isEmpty()) {
            parameters.put(Names.NEXT, span.place());
        }
        var data = gateway.data("/channels/ec/order/list/get", parameters);
        var found = Together.each(texts(data.path(Names.ORDER_IDS)), this::find).stream().flatMap(Optional::stream).toList();
        return new OrderPage(found, next(span, window, data));
    }

    /** A key that is missing would mean the beginning again, so it ends the reading as well. */
    static @Nullable String next(Span span, ChangeWindow window, JsonNode data) {
        var key = Json.text(data, Names.NEXT);
        return data.path(Names.MORE).asBoolean(false) && !key.isEmpty() ? span.at(key) : span.done(window);
    }

    static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(each -> texts.add(each.asString("")));
        return texts;
    }

    Optional<ChannelOrder> find(String id) {
        return node(id).map(Orders::order);
    }

    /** The order in the platform's words. */
    Optional<JsonNode> node(String id) {
        var envelope = gateway.call("/channels/ec/order/get", Map.of(Names.ORDER_ID, id));
        if (envelope.code().equals(Facts.NO_ORDER)) {
            return Optional.empty();
        }
        return Optional.of(Facts.CODES.data(envelope).path(Names.ORDER)).filter(JsonNode::isObject);
    }

    static ChannelOrder order(JsonNode node) {
        var detail = node.path(Names.DETAIL);
        var paid = detail.path(Names.PAY).path(Names.PAID).asLong(0);
        var status = node.path(Names.STATUS).asInt(-1);
        var lines = new ArrayList<Line>();
        detail.path(Names.LINES).forEach(line -> lines.add(line(line)));
        return new ChannelOrder(
            Json.text(node, Names.ORDER_ID),
            Statuses.order(status, paid > 0),
            String.valueOf(status),
            lines,
            new Total(detail.path(Names.PRICE).path(Names.ORDER_PRICE).asLong(0), Facts.CURRENCY),
            Json.textOrNull(node, Names.BUYER),
            new Times(instant(node, Names.CREATED), paid > 0 ? Instant.ofEpochSecond(paid) : null,
                instant(node, Names.UPDATED)),
            new Reach(null, null, null, Json.textOrNull(node, Names.EVERYWHERE)));
    }

    private static Line line(JsonNode node) {
        var outer = Json.textOrNull(node, Names.OUTER_SKU);
        var count = node.path(Names.COUNT).asInt(0);
        return new Line(
            Json.text(node, Names.SKU_ID),
            new Item(Json.text(node, Names.PRODUCT_ID), Json.text(node, Names.SKU_ID),
                outer != null ? outer : Json.textOrNull(node, Names.SKU_CODE)),
            count,
            node.path(Names.REAL_PRICE).asLong(0),
            Statuses.line(count, node.path(Names.AFTER_SALE_OPEN).asInt(0), node.path(Names.AFTER_SALE_DONE).asInt(0)));
    }

    static Instant instant(JsonNode node, String name) {
        return Instant.ofEpochSecond(node.path(name).asLong(0));
    }
}
