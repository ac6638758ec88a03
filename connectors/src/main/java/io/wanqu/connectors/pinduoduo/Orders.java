package io.wanqu.connectors.pinduoduo;

import io.wanqu.connector.ChangeWindow;
import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.Delivery;
import io.wanqu.connector.OrderPage;
import io.wanqu.connectors.wire.Backwards;
import io.wanqu.connectors.wire.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads orders. Unpaid ones are in no list and can only be read by their number. */
final class Orders {

    private final Router router;

    Orders(Router router) {
        this.router = router;
    }

    OrderPage changed(ChangeWindow window, @Nullable String cursor) {
        return window.basis() == ChangeWindow.Basis.UPDATED
            ? page(new Listing("pdd.order.number.list.increment.get", "updated_at", Names.CHANGED_ORDERS,
                Facts.CHANGES_MAX), window, cursor)
            : page(new Listing("pdd.order.list.get", "confirm_at", Names.ORDERS, Facts.CREATIONS_MAX), window, cursor);
    }

    private OrderPage page(Listing listing, ChangeWindow window, @Nullable String cursor) {
        var place = Backwards.of(window, listing.slice, cursor);
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("start_" + listing.time, place.from());
        parameters.put("end_" + listing.time, place.until());
        parameters.put("order_status", Facts.ANY);
        parameters.put("refund_status", Facts.ANY);
        parameters.put("is_lucky_flag", Facts.ANY_LUCK);
        parameters.put("page", place.askedPage());
        parameters.put("page_size", Facts.PAGE_SIZE);
        var result = router.result(listing.type, parameters);
        var orders = new ArrayList<ChannelOrder>();
        result.path(listing.rows).forEach(node -> orders.add(PinduoduoOrder.read(node)));
        return new OrderPage(orders, place.next(window, result.path(Names.TOTAL).asLong(0), Facts.PAGE_SIZE));
    }

    Optional<ChannelOrder> find(String id) {
        return detail(id).map(PinduoduoOrder::read);
    }

    /** The numbers of the codes that were loaded beforehand and given out; the rest of them is masked. */
    List<Delivery.Code> codes(String id) {
        var codes = new ArrayList<Delivery.Code>();
        detail(id).ifPresent(node -> node.path(Names.CARDS).forEach(card ->
            codes.add(new Delivery.Code(Json.text(card, Names.CARD_NUMBER), null, Json.text(card, Names.CARD_NUMBER)))));
        return codes;
    }

    private Optional<JsonNode> detail(String id) {
        var envelope = router.ask("pdd.order.information.get", Map.of(Names.ID, id));
        if (Facts.NOT_FOUND_CODES.contains(envelope.code())) {
            return Optional.empty();
        }
        if (!envelope.ok()) {
            throw envelope.trouble();
        }
        var order = envelope.result().path(Names.ORDER);
        return order.isObject() ? Optional.of(order) : Optional.empty();
    }

    /** One way to list orders. */
    private record Listing(String type, String time, String rows, Duration slice) {
    }
}
