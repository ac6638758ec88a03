package io.wanqu.connectors.xianyu;

import io.wanqu.connector.AfterSale;
import io.wanqu.connector.ChangeWindow;
import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.ChannelOrder.Item;
import io.wanqu.connector.ChannelOrder.Line;
import io.wanqu.connector.ChannelOrder.Times;
import io.wanqu.connector.ChannelOrder.Total;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Delivery;
import io.wanqu.connector.DeliveryOutcome;
import io.wanqu.connector.DeliveryOutcome.AlreadyDelivered;
import io.wanqu.connector.DeliveryOutcome.Delivered;
import io.wanqu.connector.DeliveryOutcome.Refused;
import io.wanqu.connector.OrderPage;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connector.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads orders, each of one SKU, and marks them as shipped. */
final class Orders {

    private final Gateway gateway;

    Orders(Gateway gateway) {
        this.gateway = gateway;
    }

    OrderPage changed(ChangeWindow window, @Nullable String cursor) {
        var rows = rows(window, cursor);
        return new OrderPage(rows.found.stream().map(Orders::order).toList(), rows.next);
    }

    /** An order moves with its refund, so the cases are read from the orders. */
    AfterSale.Page refunds(ChangeWindow window, @Nullable String cursor) {
        var rows = rows(window, cursor);
        return new AfterSale.Page(rows.found.stream()
            .filter(node -> node.path("refund_status").asInt(0) != 0).map(Orders::sale).toList(), rows.next);
    }

    /**
     * The order of rows is nowhere promised; they are taken to come newest first and read from the last page to the
     * first, so that a row that changes meanwhile pulls none past us.
     */
    private Rows rows(ChangeWindow window, @Nullable String cursor) {
        if (cursor != null) {
            return page(window, Long.parseLong(cursor));
        }
        var first = ask(window, 1);
        var total = first.path("count").asLong(0);
        if (total > Facts.ROWS_MAX) {
            throw ConnectorException.refused("too-many-rows", total + " rows in one window");
        }
        return total <= Facts.PAGE_SIZE ? new Rows(list(first), null) : page(window, (total - 1) / Facts.PAGE_SIZE + 1);
    }

    private Rows page(ChangeWindow window, long page) {
        return new Rows(list(ask(window, page)), page > 1 ? String.valueOf(page - 1) : null);
    }

    private JsonNode ask(ChangeWindow window, long page) {
        var basis = window.basis() == ChangeWindow.Basis.UPDATED ? "update_time" : "order_time";
        return gateway.data("/api/open/order/list", Map.of(
            basis, List.of(window.from().getEpochSecond(), window.until().getEpochSecond()),
            "page_no", page, "page_size", Facts.PAGE_SIZE));
    }

    private static List<JsonNode> list(JsonNode data) {
        var rows = new ArrayList<JsonNode>();
        data.path("list").forEach(rows::add);
        return rows.reversed();
    }

    Optional<ChannelOrder> find(String id) {
        var envelope = gateway.call("/api/open/order/detail", Map.of("order_no", id));
        if (envelope.notFound()) {
            return Optional.empty();
        }
        if (!envelope.ok()) {
            throw envelope.trouble();
        }
        return Optional.of(order(envelope.data()));
    }

    DeliveryOutcome ship(Delivery delivery) {
        var envelope = gateway.call(Facts.SHIP, Map.of("order_no", delivery.externalOrderId()));
        if (envelope.ok()) {
            return new Delivered();
        }
        envelope.throwIfPassing();
        // What the refusal means is not documented, so the order itself is asked.
        var shipped = find(delivery.externalOrderId())
            .filter(order -> order.status() == OrderStatus.DELIVERED || order.status() == OrderStatus.COMPLETED)
            .isPresent();
        return shipped ? new AlreadyDelivered() : new Refused(String.valueOf(envelope.code()), envelope.message());
    }

    /** What the platform's card store gave to the buyer. */
    List<Delivery.Code> codes(String id) {
        var codes = new ArrayList<Delivery.Code>();
        for (var card : gateway.data("/api/open/order/kam/list", Map.of("order_no", id)).path("list")) {
            var number = card.path("card_no").asString("");
            var secret = card.path("card_pwd").asString("");
            codes.add(number.isEmpty() ? new Delivery.Code(secret, null, secret)
                : new Delivery.Code(number, secret.isEmpty() ? null : Secret.of(secret), number));
        }
        return codes;
    }

    private static ChannelOrder order(JsonNode node) {
        var status = node.path("order_status").asInt(-1);
        var paid = node.path("pay_time").asLong(0);
        var amount = node.path("pay_amount").asLong(0);
        return new ChannelOrder(
            node.path("order_no").asString(""),
            Statuses.order(status),
            String.valueOf(status),
            lines(node, amount),
            new Total(amount, Facts.CURRENCY),
            Json.textOrNull(node, "buyer_eid"),
            new Times(instant(node, "order_time"), paid > 0 ? Instant.ofEpochSecond(paid) : null,
                instant(node, "update_time")));
    }

    private static List<Line> lines(JsonNode node, long amount) {
        var goods = node.path("goods");
        if (!goods.isObject()) {
            return List.of();
        }
        var outer = Json.textOrNull(goods, "sku_outer_id");
        return List.of(new Line(node.path("order_no").asString(""),
            new Item(goods.path("product_id").asString(""), goods.path("sku_id").asString(""),
                outer == null ? Json.textOrNull(goods, "outer_id") : outer),
            goods.path("quantity").asInt(0), amount, Statuses.refund(node.path("refund_status").asInt(-1))));
    }

    private static AfterSale sale(JsonNode node) {
        var id = node.path("order_no").asString("");
        var amount = node.path("refund_amount").asLong(0);
        return new AfterSale(id, id, id, Statuses.refund(node.path("refund_status").asInt(-1)),
            amount > 0 ? amount : node.path("pay_amount").asLong(0), instant(node, "update_time"));
    }

    private static Instant instant(JsonNode node, String name) {
        return Instant.ofEpochSecond(node.path(name).asLong(0));
    }

    private record Rows(List<JsonNode> found, @Nullable String next) {
    }
}
