package io.wanqu.connectors.doudian;

import io.wanqu.connector.ChangeWindow;
import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.ChannelOrder.Item;
import io.wanqu.connector.ChannelOrder.Line;
import io.wanqu.connector.ChannelOrder.Reach;
import io.wanqu.connector.ChannelOrder.Refund;
import io.wanqu.connector.ChannelOrder.Times;
import io.wanqu.connector.ChannelOrder.Total;
import io.wanqu.connector.OrderPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads orders, oldest change first. */
final class Orders {

    /** Unverified: how the platform says that it knows no such order. */
    private static final String NOT_FOUND = "order-not-exist";

    private final Gateway gateway;

    Orders(Gateway gateway) {
        this.gateway = gateway;
    }

    OrderPage changed(ChangeWindow window, @Nullable String cursor) {
        var place = Place.of(window, cursor);
        var basis = window.basis() == ChangeWindow.Basis.UPDATED ? Names.UPDATED : Names.CREATED;
        var data = gateway.data("order.searchList", Map.of(
            basis + "_start", place.second(),
            basis + "_end", place.until(window),
            "order_by", basis,
            "order_asc", true,
            "page", place.askedPage(),
            "size", Facts.PAGE_SIZE));
        var found = new ArrayList<ChannelOrder>();
        var last = place.second();
        for (var node : data.path(Names.ORDERS)) {
            found.add(order(node));
            last = node.path(basis).asLong(0);
        }
        return new OrderPage(found, place.next(window,
            new Place.Found(found.size(), last, data.path(Names.TOTAL).asLong(0))));
    }

    Optional<ChannelOrder> find(String id) {
        var envelope = gateway.call("order.orderDetail", Map.of("shop_order_id", id));
        if (envelope.subCode().endsWith(NOT_FOUND)) {
            return Optional.empty();
        }
        if (!envelope.ok()) {
            throw envelope.trouble();
        }
        var detail = envelope.data().path(Names.ORDER_DETAIL);
        return detail.isObject() ? Optional.of(order(detail)) : Optional.empty();
    }

    private static ChannelOrder order(JsonNode node) {
        var paid = node.path(Names.PAID).asLong(0);
        var status = node.path(Names.STATUS).asInt(-1);
        var mainStatus = node.path(Names.MAIN_STATUS).asInt(status);
        var lines = new ArrayList<Line>();
        node.path(Names.LINES).forEach(line -> lines.add(line(line)));
        return new ChannelOrder(
            node.path(Names.ID).asString(""),
            Statuses.order(status, mainStatus, paid > 0),
            status == mainStatus ? String.valueOf(status) : status + "/" + mainStatus,
            lines,
            new Total(node.path(Names.PAY_AMOUNT).asLong(0), Facts.CURRENCY),
            textOrNull(node, Names.BUYER),
            new Times(instant(node, Names.CREATED), paid > 0 ? Instant.ofEpochSecond(paid) : null,
                instant(node, Names.UPDATED)),
            new Reach(textOrNull(node, Names.PHONE), textOrNull(node, Names.MASKED_PHONE), null));
    }

    private static Line line(JsonNode node) {
        var product = textOrNull(node, Names.PRODUCT_TEXT);
        var outer = textOrNull(node, Names.OUTER_CODE);
        return new Line(
            node.path(Names.ID).asString(""),
            new Item(product != null ? product : node.path(Names.PRODUCT).asString(""),
                node.path(Names.SKU).asString(""),
                outer != null ? outer : textOrNull(node, Names.OUTER_SKU)),
            node.path(Names.QUANTITY).asInt(0),
            node.path(Names.PAY_AMOUNT).asLong(0),
            refund(node.path(Names.AFTER_SALE)));
    }

    private static Refund refund(JsonNode afterSale) {
        return Statuses.refund(afterSale.path(Names.AFTER_SALE_STATUS).asInt(0));
    }

    private static Instant instant(JsonNode node, String name) {
        return Instant.ofEpochSecond(node.path(name).asLong(0));
    }

    private static @Nullable String textOrNull(JsonNode node, String name) {
        var text = node.path(name).asString("");
        return text.isEmpty() ? null : text;
    }
}
