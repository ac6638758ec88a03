package io.wanqu.connectors.wechatshop;

import io.wanqu.connector.Delivery;
import io.wanqu.connector.DeliveryOutcome;
import io.wanqu.connector.DeliveryOutcome.AlreadyDelivered;
import io.wanqu.connector.DeliveryOutcome.Delivered;
import io.wanqu.connector.DeliveryOutcome.Refused;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connectors.wire.Envelope;
import io.wanqu.connectors.wire.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Marks a line as shipped without a parcel. No code goes to the platform: the buyer reads it at our side. What the
 * platform says of a line that was marked before is not known, so the order itself is asked.
 */
final class Shipping {

    private final Gateway gateway;
    private final Orders orders;

    Shipping(Gateway gateway, Orders orders) {
        this.gateway = gateway;
        this.orders = orders;
    }

    DeliveryOutcome deliver(Delivery delivery) {
        var order = orders.node(delivery.externalOrderId());
        var line = order.map(node -> line(node, delivery.externalSkuId())).orElse(null);
        if (order.isEmpty() || line == null) {
            return new Refused(Facts.NO_ORDER, "no such order or line");
        }
        if (shipped(order.get(), delivery.externalSkuId())) {
            return new AlreadyDelivered();
        }
        var envelope = gateway.call("/channels/ec/order/delivery/send", Map.of(
            Names.ORDER_ID, delivery.externalOrderId(),
            "delivery_list", List.of(Map.of("deliver_type", Facts.VIRTUAL, "product_infos", List.of(Map.of(
                Names.PRODUCT_ID, Json.text(line, Names.PRODUCT_ID),
                Names.SKU_ID, delivery.externalSkuId(),
                "product_cnt", line.path(Names.COUNT).asInt(0)))))));
        return envelope.ok() ? new Delivered() : looked(delivery, envelope);
    }

    private DeliveryOutcome looked(Delivery delivery, Envelope envelope) {
        Facts.CODES.throwIfPassing(envelope);
        return orders.node(delivery.externalOrderId())
            .filter(order -> shipped(order, delivery.externalSkuId()))
            .<DeliveryOutcome>map(_ -> new AlreadyDelivered())
            .orElseGet(() -> new Refused(envelope.code(), envelope.message()));
    }

    private static @Nullable JsonNode line(JsonNode order, String sku) {
        for (var line : order.path(Names.DETAIL).path(Names.LINES)) {
            if (Json.text(line, Names.SKU_ID).equals(sku)) {
                return line;
            }
        }
        return null;
    }

    private static boolean shipped(JsonNode order, String sku) {
        var status = Orders.order(order).status();
        if (status == OrderStatus.DELIVERED || status == OrderStatus.COMPLETED) {
            return true;
        }
        for (var parcel : order.path(Names.DETAIL).path(Names.DELIVERY).path(Names.DELIVERED)) {
            for (var product : parcel.path(Names.LINES)) {
                if (Json.text(product, Names.SKU_ID).equals(sku)) {
                    return true;
                }
            }
        }
        return false;
    }
}
