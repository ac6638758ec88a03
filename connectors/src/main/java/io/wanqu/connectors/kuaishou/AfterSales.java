package io.wanqu.connectors.kuaishou;

import io.wanqu.connector.AfterSale;
import io.wanqu.connector.ChangeWindow;
import io.wanqu.connectors.wire.Json;
import io.wanqu.connectors.wire.Span;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads refund cases, a day at a time. */
final class AfterSales {

    private final Gateway gateway;

    AfterSales(Gateway gateway) {
        this.gateway = gateway;
    }

    AfterSale.Page changed(ChangeWindow window, @Nullable String cursor) {
        var span = Span.of(window, Facts.REFUNDS_SPAN, cursor);
        var data = gateway.read("open.seller.order.refund.pcursor.list", Map.of(
            "beginTime", span.from().toEpochMilli(),
            "endTime", span.until().toEpochMilli(),
            "queryType", window.basis() == ChangeWindow.Basis.UPDATED ? Facts.BY_CHANGE : Facts.BY_CREATION,
            "sort", Facts.OLDEST_FIRST,
            "pageSize", Facts.PAGE_SIZE,
            "pcursor", span.place()));
        var found = new ArrayList<AfterSale>();
        data.path(Names.CASES).forEach(node -> found.add(afterSale(node)));
        return new AfterSale.Page(found, Orders.next(span, window, Json.text(data, Names.CASE_CURSOR)));
    }

    /** A case names no item of its order, but there is only one, and it goes by the order's number here. */
    private static AfterSale afterSale(JsonNode node) {
        var order = Json.text(node, Names.ID);
        return new AfterSale(Json.text(node, Names.REFUND_ID), order, order,
            Statuses.refund(node.path(Names.STATUS).asInt(-1)), node.path(Names.CASE_FEE).asLong(0),
            Orders.instant(node, Names.UPDATED));
    }
}
