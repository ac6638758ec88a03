package io.wanqu.connectors.wechatshop;

import io.wanqu.connector.AfterSale;
import io.wanqu.connector.ChangeWindow;
import io.wanqu.connectors.wire.Json;
import io.wanqu.connectors.wire.Span;
import io.wanqu.connectors.wire.Together;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads after-sales, a day at a time: numbers first, then each of them. */
final class AfterSales {

    private final Gateway gateway;

    AfterSales(Gateway gateway) {
        this.gateway = gateway;
    }

    AfterSale.Page changed(ChangeWindow window, @Nullable String cursor) {
        var span = Span.of(window, Facts.AFTER_SALES_SPAN, cursor);
        var basis = window.basis() == ChangeWindow.Basis.UPDATED ? "update_time" : "create_time";
        var parameters = new HashMap<String, Object>(Map.of(
            "begin_" + basis, span.from().getEpochSecond(),
            "end_" + basis, span.until().getEpochSecond()));
        if (!span.place().isEmpty()) {
            parameters.put(Names.NEXT, span.place());
        }
        var data = gateway.data("/channels/ec/aftersale/getaftersalelist", parameters);
        return new AfterSale.Page(Together.each(Orders.texts(data.path(Names.CASE_IDS)), this::find),
            Orders.next(span, window, data));
    }

    private AfterSale find(String id) {
        var node = gateway.data("/channels/ec/aftersale/getaftersaleorder", Map.of(Names.CASE_ID, id)).path(Names.CASE);
        return new AfterSale(id, Json.text(node, Names.ORDER_ID), Json.text(node.path(Names.CASE_PRODUCT), Names.SKU_ID),
            Statuses.afterSale(Json.text(node, Names.STATUS)), node.path(Names.REFUND).path(Names.AMOUNT).asLong(0),
            Orders.instant(node, Names.UPDATED));
    }
}
