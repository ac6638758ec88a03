package io.wanqu.connectors.taobao;

import io.wanqu.connector.Delivery;
import io.wanqu.connector.DeliveryOutcome;
import io.wanqu.connector.DeliveryOutcome.AlreadyDelivered;
import io.wanqu.connector.DeliveryOutcome.Delivered;
import io.wanqu.connector.DeliveryOutcome.Refused;
import io.wanqu.connector.OrderStatus;
import java.util.Map;

/** Marks a trade as shipped without logistics; the codes stay with us, for the platform has no field for them. */
final class Shipping {

    private final Gateway gateway;
    private final Trades trades;

    Shipping(Gateway gateway, Trades trades) {
        this.gateway = gateway;
        this.trades = trades;
    }

    DeliveryOutcome ship(Delivery delivery) {
        var envelope = gateway.call("taobao.logistics.dummy.send", Map.of("tid", delivery.externalOrderId()));
        if (envelope.ok() && envelope.body().path("shipping").path("is_success").asBoolean(false)) {
            return new Delivered();
        }
        if (!envelope.ok()) {
            envelope.throwIfPassing();
        }
        // The refusal's own code differs by the way the trade was shipped before, so the trade itself is asked.
        var shipped = trades.find(delivery.externalOrderId())
            .filter(order -> order.status() == OrderStatus.DELIVERED || order.status() == OrderStatus.COMPLETED)
            .isPresent();
        return shipped ? new AlreadyDelivered() : new Refused(envelope.fullCode(), envelope.message());
    }
}
