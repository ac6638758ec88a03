package io.wanqu.connectors.jd;

import io.wanqu.connector.ChangeWindow;
import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.OrderPage;
import io.wanqu.connectors.wire.Backwards;
import io.wanqu.connectors.wire.Json;
import io.wanqu.connectors.wire.Shanghai;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads orders. */
final class Orders {

    private final JdClient client;

    Orders(JdClient client) {
        this.client = client;
    }

    OrderPage changed(ChangeWindow window, @Nullable String cursor) {
        var place = Backwards.of(window, Facts.WINDOW_MAX, cursor);
        var found = verified(inner(client.result(Call.ORDERS, Map.of(
            "start_date", Shanghai.text(Instant.ofEpochSecond(place.from())),
            "end_date", Shanghai.text(Instant.ofEpochSecond(place.until())),
            "order_state", Facts.STATES,
            "optional_fields", Names.FIELDS,
            "page", String.valueOf(place.askedPage()),
            "page_size", String.valueOf(Facts.PAGE_SIZE),
            "dateType", window.basis() == ChangeWindow.Basis.UPDATED ? Facts.BY_CHANGE : Facts.BY_CREATION)),
            Names.SEARCH));
        var orders = new ArrayList<ChannelOrder>();
        found.path(Names.ORDERS).forEach(node -> orders.add(JdOrder.read(node)));
        return new OrderPage(orders, place.next(window, found.path(Names.TOTAL).asLong(0), Facts.PAGE_SIZE));
    }

    Optional<ChannelOrder> find(String id) {
        var found = inner(client.result(Call.ORDER, Map.of("order_id", id, "optional_fields", Names.FIELDS)), Names.DETAIL);
        if (Facts.NOT_FOUND.contains(Json.text(found.path(Names.VERDICT), "errorCode"))) {
            return Optional.empty();
        }
        var order = verified(found).path(Names.ORDER);
        return order.isObject() ? Optional.of(JdOrder.read(order)) : Optional.empty();
    }

    /** The newer transport leaves out the level that is named after the method's result. */
    private static JsonNode inner(JsonNode result, String name) {
        return result.has(name) ? result.path(name) : result;
    }

    /** The envelope may be well while the business is not. */
    private static JsonNode verified(JsonNode found) {
        var verdict = found.path(Names.VERDICT);
        if (verdict.has("success") && !verdict.path("success").asBoolean(false)) {
            throw ConnectorException.refused(Json.text(verdict, "errorCode"), Json.text(verdict, "chineseErrCode"));
        }
        return found;
    }
}
