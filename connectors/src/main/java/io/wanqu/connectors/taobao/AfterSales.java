package io.wanqu.connectors.taobao;

import io.wanqu.connector.AfterSale;
import io.wanqu.connector.ChangeWindow;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads refund cases. */
final class AfterSales {

    private final Gateway gateway;

    AfterSales(Gateway gateway) {
        this.gateway = gateway;
    }

    AfterSale.Page changed(ChangeWindow window, @Nullable String cursor) {
        var found = Pages.read(cursor, (page, counting) -> gateway.data("taobao.refunds.receive.get", Map.of(
            "fields", Facts.REFUND_FIELDS,
            "start_modified", Values.local(window.from()),
            "end_modified", Values.local(window.until()),
            "page_no", String.valueOf(page),
            "page_size", String.valueOf(Facts.PAGE_SIZE),
            "use_has_next", String.valueOf(!counting))), "refunds", "refund");
        return new AfterSale.Page(found.rows().stream().map(AfterSales::sale).toList(), found.next());
    }

    private static AfterSale sale(JsonNode node) {
        return new AfterSale(
            node.path("refund_id").asString(""),
            node.path("tid").asString(""),
            node.path("oid").asString(""),
            Statuses.refund(node.path("status").asString("")),
            Values.fen(node, "refund_fee"),
            Values.instantOrEpoch(node, "modified"));
    }
}
