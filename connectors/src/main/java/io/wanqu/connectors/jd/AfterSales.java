package io.wanqu.connectors.jd;

import io.wanqu.connector.AfterSale;
import io.wanqu.connector.ChangeWindow;
import io.wanqu.connectors.wire.Backwards;
import io.wanqu.connectors.wire.Json;
import io.wanqu.connectors.wire.Shanghai;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads applications for refunds. They are about whole orders, and can be found by the time of applying only. */
final class AfterSales {

    private final JdClient client;

    AfterSales(JdClient client) {
        this.client = client;
    }

    AfterSale.Page changed(ChangeWindow window, @Nullable String cursor) {
        var place = Backwards.of(window, Facts.WINDOW_MAX, cursor);
        var result = client.result(Call.AFTER_SALES, Map.of(
            "applyTimeStart", Shanghai.text(Instant.ofEpochSecond(place.from())),
            "applyTimeEnd", Shanghai.text(Instant.ofEpochSecond(place.until())),
            "pageIndex", place.askedPage(),
            "pageSize", Facts.PAGE_SIZE));
        var found = result.has(Names.CASES) ? result.path(Names.CASES) : result;
        var cases = new ArrayList<AfterSale>();
        found.path(Names.CASE_LIST).forEach(node -> cases.add(afterSale(node)));
        return new AfterSale.Page(cases,
            place.next(window, found.path(Names.CASE_TOTAL).asLong(0), Facts.PAGE_SIZE));
    }

    private static AfterSale afterSale(JsonNode node) {
        var applied = Shanghai.time(Json.text(node, Names.CASE_APPLIED));
        var checked = Shanghai.timeOrNull(Json.text(node, Names.CASE_CHECKED));
        return new AfterSale(Json.text(node, Names.CASE_ID), Json.text(node, Names.CASE_ORDER), "",
            Statuses.refund(node.path(Names.CASE_STATUS).asInt(-1)), node.path(Names.CASE_AMOUNT).asLong(0),
            checked == null ? applied : checked);
    }
}
