package io.wanqu.connectors.xiaohongshu;

import io.wanqu.connector.AfterSale;
import io.wanqu.connector.ChangeWindow;
import io.wanqu.connectors.wire.Json;
import io.wanqu.connectors.wire.Together;
import io.wanqu.connectors.wire.Yuan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads refund cases; here questions are asked in milliseconds, and amounts are in yuan. */
final class AfterSales {

    private static final long MILLIS = 1000;

    private final Gateway gateway;

    AfterSales(Gateway gateway) {
        this.gateway = gateway;
    }

    AfterSale.Page changed(ChangeWindow window, @Nullable String cursor) {
        var longest = Orders.longest(window);
        var place = Place.of(window, longest, cursor);
        var data = gateway.data("afterSale.listAfterSaleInfos", Map.of(
            "startTime", place.from() * MILLIS,
            "endTime", place.until(window) * MILLIS,
            "timeType", window.basis() == ChangeWindow.Basis.UPDATED ? Facts.BY_CHANGE : Facts.BY_CREATION,
            "pageNo", place.askedPage(),
            "pageSize", Facts.PAGE_SIZE));
        var rows = new Place.Rows(data.path(Names.CASES_TOTAL).asLong(0), Facts.AFTER_SALE_ROWS_MAX);
        var ids = new ArrayList<String>();
        if (place.takes(rows)) {
            data.path(Names.CASES).forEach(node -> ids.add(Json.text(node, Names.CASE_ID)));
        }
        var found = Together.each(ids, this::cases).stream().flatMap(List::stream).toList();
        return new AfterSale.Page(found, place.next(window, longest, rows));
    }

    /** One for each SKU of the case; the amount is not told apart and stands with the first. */
    private List<AfterSale> cases(String id) {
        var node = gateway.data("afterSale.getAfterSaleInfo", Map.of(Names.CASE_ID, id)).path(Names.CASE);
        var refund = Statuses.afterSale(node.path(Names.CASE_STATUS).asInt(-1), node.path(Names.CASE_TYPE).asInt(-1),
            node.path(Names.CASE_MONEY).asInt(-1));
        var found = new ArrayList<AfterSale>();
        for (var sku : skus(node)) {
            found.add(new AfterSale(id, Json.text(node, Names.ID), sku, refund,
                found.isEmpty() ? Yuan.fen(Json.text(node, Names.CASE_AMOUNT)) : 0,
                Orders.instant(node, Names.CASE_UPDATED)));
        }
        return found;
    }

    private static List<String> skus(JsonNode node) {
        var skus = new ArrayList<String>();
        node.path(Names.CASE_SKUS).forEach(sku -> skus.add(Json.text(sku, Names.SKU)));
        return skus;
    }
}
