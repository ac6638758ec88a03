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
import io.wanqu.connectors.wire.Yuan;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An order of Xianyu as the gateway passes it on; times are in milliseconds, amounts in fen. */
final class XianyuOrder {

    private XianyuOrder() {
    }

    static ChannelOrder read(JsonNode node, Refund refund) {
        var id = Json.text(node, "biz_order_id");
        var item = node.path("item");
        var amount = node.path("payment").asLong(0);
        var line = new Line(id,
            new Item(Json.text(item, "item_id"), Json.text(node, "sku").split("\\|", 2)[0],
                Json.textOrNull(item, "outer_id_sku")),
            node.path("buy_amount").asInt(0), amount, refund);
        var status = node.path("order_status").asInt(-1);
        return new ChannelOrder(id, status(status), String.valueOf(status), List.of(line),
            new Total(amount, Yuan.CURRENCY), Json.textOrNull(node, "encryption_buyer_id"), times(node));
    }

    private static Times times(JsonNode node) {
        var latest = Stream.of("create_time", "pay_time", "ship_time", "end_time")
            .mapToLong(name -> node.path(name).asLong(0)).max().orElse(0);
        return new Times(Instant.ofEpochMilli(node.path("create_time").asLong(0)), reached(node, "pay_time"),
            Instant.ofEpochMilli(latest));
    }

    private static @Nullable Instant reached(JsonNode node, String name) {
        var millis = node.path(name).asLong(0);
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }

    static OrderStatus status(int status) {
        return switch (status) {
            case 1 -> OrderStatus.PENDING_PAYMENT;
            case 2 -> OrderStatus.PAID;
            case 3 -> OrderStatus.DELIVERED;
            case 4 -> OrderStatus.COMPLETED;
            case 5 -> OrderStatus.REFUNDED;
            case 6 -> OrderStatus.CLOSED_UNPAID;
            default -> OrderStatus.UNKNOWN;
        };
    }

    /** A seller who refused may still be overruled; what ended in no word we know stays unknown. */
    static Refund refund(int status) {
        return switch (status) {
            case 9 -> Refund.NONE;
            case 4 -> new Refund(RefundState.NONE, "4");
            case 1, 2, 3, 6, 8 -> new Refund(RefundState.REFUNDING, String.valueOf(status));
            case 5 -> new Refund(RefundState.REFUNDED, "5");
            default -> new Refund(RefundState.UNKNOWN, String.valueOf(status));
        };
    }
}
