package io.wanqu.connectors.agiso;

import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.ChannelOrder.Item;
import io.wanqu.connector.ChannelOrder.Line;
import io.wanqu.connector.ChannelOrder.Refund;
import io.wanqu.connector.ChannelOrder.RefundState;
import io.wanqu.connector.ChannelOrder.Times;
import io.wanqu.connector.ChannelOrder.Total;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connectors.wire.Json;
import io.wanqu.connectors.wire.Shanghai;
import io.wanqu.connectors.wire.Yuan;
import java.util.ArrayList;
import tools.jackson.databind.JsonNode;

/** A trade of Taobao as the gateway passes it on: its states, in names that begin with a capital. */
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
        return new ChannelOrder(Json.text(node, "Tid"), status(status), status, lines,
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

    static OrderStatus status(String status) {
        return switch (status) {
            case "TRADE_NO_CREATE_PAY", "WAIT_BUYER_PAY", "PAY_PENDING", "WAIT_PRE_AUTH_CONFIRM" ->
                OrderStatus.PENDING_PAYMENT;
            case "PAID_FORBID_CONSIGN" -> OrderStatus.HOLD;
            case "WAIT_SELLER_SEND_GOODS" -> OrderStatus.PAID;
            case "SELLER_CONSIGNED_PART" -> OrderStatus.PARTIALLY_DELIVERED;
            case "WAIT_BUYER_CONFIRM_GOODS", "TRADE_BUYER_SIGNED" -> OrderStatus.DELIVERED;
            case "TRADE_FINISHED" -> OrderStatus.COMPLETED;
            // Closed after payment; before it, the marketplace closes in its own name.
            case "TRADE_CLOSED" -> OrderStatus.REFUNDED;
            case "TRADE_CLOSED_BY_TAOBAO" -> OrderStatus.CLOSED_UNPAID;
            default -> OrderStatus.UNKNOWN;
        };
    }

    /** Absent from a trade that never had a case. */
    static Refund refund(String status) {
        return switch (status) {
            case "", "NO_REFUND" -> Refund.NONE;
            case "CLOSED" -> new Refund(RefundState.NONE, status);
            case "WAIT_SELLER_AGREE", "WAIT_BUYER_RETURN_GOODS", "WAIT_SELLER_CONFIRM_GOODS", "SELLER_REFUSE_BUYER" ->
                new Refund(RefundState.REFUNDING, status);
            case "SUCCESS" -> new Refund(RefundState.REFUNDED, status);
            default -> new Refund(RefundState.UNKNOWN, status);
        };
    }
}
