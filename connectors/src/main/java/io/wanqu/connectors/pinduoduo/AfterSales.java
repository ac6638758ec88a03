package io.wanqu.connectors.pinduoduo;

import io.wanqu.connector.AfterSale;
import io.wanqu.connector.ChangeWindow;
import io.wanqu.connectors.wire.Backwards;
import io.wanqu.connectors.wire.Json;
import io.wanqu.connectors.wire.Shanghai;
import io.wanqu.connectors.wire.Yuan;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads refund cases by their changes; each is about the one line of its order. */
final class AfterSales {

    /** Unverified for the status: that the same number means all. */
    private static final int ALL = 1;

    private final Router router;

    AfterSales(Router router) {
        this.router = router;
    }

    AfterSale.Page changed(ChangeWindow window, @Nullable String cursor) {
        var place = Backwards.of(window, Facts.CHANGES_MAX, cursor);
        var result = router.result("pdd.refund.list.increment.get", Map.of(
            "after_sales_status", ALL,
            "after_sales_type", ALL,
            "start_updated_at", place.from(),
            "end_updated_at", place.until(),
            "page", place.askedPage(),
            "page_size", Facts.PAGE_SIZE));
        var cases = new ArrayList<AfterSale>();
        result.path(Names.CASES).forEach(node -> cases.add(afterSale(node)));
        return new AfterSale.Page(cases,
            place.next(window, result.path(Names.TOTAL).asLong(0), Facts.PAGE_SIZE));
    }

    private static AfterSale afterSale(JsonNode node) {
        var order = Json.text(node, Names.CASE_ORDER);
        return new AfterSale(Json.text(node, Names.CASE_ID), order, order,
            Statuses.afterSale(node.path(Names.CASE_STATUS).asInt(-1)), Yuan.fen(Json.text(node, Names.CASE_AMOUNT)),
            Shanghai.time(Json.text(node, Names.CASE_UPDATED)));
    }
}
