package io.wanqu.connectors.agiso;

import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.ChannelOrder.Item;
import io.wanqu.connector.ChannelOrder.Line;
import io.wanqu.connector.ChannelOrder.Refund;
import io.wanqu.connector.ChannelOrder.Times;
import io.wanqu.connector.ChannelOrder.Total;
import io.wanqu.connectors.taobao.Statuses;
import io.wanqu.connectors.wire.Json;
import io.wanqu.connectors.wire.Shanghai;
import io.wanqu.connectors.wire.Yuan;
import java.util.ArrayList;
import tools.jackson.databind.JsonNode;

/**
 * A trade of Taobao as the gateway passes it on: its states, in names that begin with a capital. The names are those of the
 * gateway's pushes; that the single reading has the same ones, and a refund's state besides, is unverified.
 */
final class TaobaoTrade {

    private TaobaoTrade() {
    }

    static ChannelOrder read(JsonNode node) {
        var lines = new ArrayList<Line>();
        node.path("Orders").forEach(each -> lines.add(line(each)));
        var status = Json.text(node, "Status");
        var created = Shanghai.time(Json.text(node, "Created"));
        var paid = Shanghai.timeOrNull(Json.text(node, "PayTime"));
        var modified = Shanghai.timeOrNull(Json.text(node, "Modified"));
        return new ChannelOrder(Json.text(node, "Tid"), Statuses.trade(status), status, lines,
            new Total(Yuan.fen(Json.text(node, "Payment")), Yuan.CURRENCY), Json.textOrNull(node, "BuyerOpenUid"),
            new Times(created, paid, modified != null ? modified : paid != null ? paid : created));
    }

    private static Line line(JsonNode node) {
        var outer = Json.textOrNull(node, "OuterSkuId");
        return new Line(Json.text(node, "Oid"),
            new Item(Json.text(node, "NumIid"), Json.text(node, "SkuId"),
                outer != null ? outer : Json.textOrNull(node, "OuterIid")),
            node.path("Num").asInt(0), Yuan.fen(Json.text(node, "Payment")), refund(Json.text(node, "RefundStatus")));
    }

    /** Absent from a trade that never had a case. */
    private static Refund refund(String status) {
        return status.isEmpty() ? Refund.NONE : Statuses.refund(status);
    }
}
