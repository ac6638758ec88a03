package io.wanqu.connectors.kuaishou;

import io.wanqu.connector.Outcome;
import io.wanqu.connector.StockUpdate;
import io.wanqu.connectors.wire.Json;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Brings the platform's stock to what it shall be. The platform takes differences only, so a full value is reached by
 * looking first: a repeat looks again and finds nothing left to do, and a sale in between leaves too little, never too
 * much.
 */
final class Stock {

    private final Gateway gateway;

    Stock(Gateway gateway) {
        this.gateway = gateway;
    }

    Outcome set(StockUpdate update) {
        if (update.mode() == StockUpdate.Mode.INCREMENT) {
            return change(update, update.quantity());
        }
        var envelope = gateway.ask("open.item.get", Map.of("kwaiItemId", Gateway.number(update.externalProductId())));
        if (!envelope.ok()) {
            return Facts.CODES.outcome(envelope);
        }
        for (var sku : envelope.data().path(Names.SKUS)) {
            if (Json.text(sku, Names.OUR_SKU).equals(update.externalSkuId())) {
                return change(update, update.quantity() - stock(sku));
            }
        }
        return new Outcome.Refused("unknown-sku", "the item has no such SKU");
    }

    private Outcome change(StockUpdate update, long difference) {
        return difference == 0 ? new Outcome.Done()
            : Facts.CODES.outcome(gateway.write("open.item.sku.stock.update", Map.of(
                "kwaiItemId", Gateway.number(update.externalProductId()),
                "skuId", Gateway.number(update.externalSkuId()),
                "skuChangeStock", Math.abs(difference),
                "changeType", difference > 0 ? Facts.ADD : Facts.TAKE)));
    }

    private static long stock(JsonNode sku) {
        return sku.path(Names.STOCK).asLong(0);
    }
}
