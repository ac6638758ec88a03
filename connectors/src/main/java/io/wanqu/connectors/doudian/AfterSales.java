package io.wanqu.connectors.doudian;

import io.wanqu.connector.AfterSale;
import io.wanqu.connector.ChangeWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads refund cases; an order's own update time does not move with them. */
final class AfterSales {

    private final Gateway gateway;

    AfterSales(Gateway gateway) {
        this.gateway = gateway;
    }

    AfterSale.Page changed(ChangeWindow window, @Nullable String cursor) {
        var place = Place.of(window, cursor);
        var data = gateway.data("afterSale.List", Map.of(
            "update_start_time", place.second(),
            "update_end_time", place.until(window),
            "order_by", List.of("update_time asc"),
            "page", place.askedPage(),
            "size", Facts.PAGE_SIZE));
        var found = new ArrayList<AfterSale>();
        var last = place.second();
        for (var item : data.path(Names.CASES)) {
            found.add(afterSale(item));
            last = item.path(Names.CASE).path(Names.UPDATED).asLong(0);
        }
        return new AfterSale.Page(found, place.next(window,
            new Place.Found(found.size(), last, data.path(Names.TOTAL).asLong(0))));
    }

    private static AfterSale afterSale(JsonNode item) {
        var info = item.path(Names.CASE);
        return new AfterSale(
            info.path(Names.CASE_ID).asString(""),
            item.path(Names.CASE_ORDER).path(Names.CASE_ORDER_ID).asString(""),
            info.path(Names.CASE_LINE).asString(""),
            Statuses.refund(info.path(Names.CASE_STATUS).asInt(-1)),
            info.path(Names.CASE_AMOUNT).asLong(0),
            Instant.ofEpochSecond(info.path(Names.UPDATED).asLong(0)));
    }
}
