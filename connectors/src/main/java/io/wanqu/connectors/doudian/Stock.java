package io.wanqu.connectors.doudian;

import io.wanqu.connector.Outcome;
import io.wanqu.connector.StockUpdate;
import java.util.LinkedHashMap;

/** Sets what the platform believes to be in stock. */
final class Stock {

    private final Gateway gateway;

    Stock(Gateway gateway) {
        this.gateway = gateway;
    }

    Outcome set(StockUpdate update) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("product_id", Long.parseLong(update.externalProductId()));
        parameters.put("sku_id", Long.parseLong(update.externalSkuId()));
        parameters.put("stock_num", update.quantity());
        if (update.mode() == StockUpdate.Mode.INCREMENT) {
            parameters.put("incremental", true);
            parameters.put("idempotent_id", update.idempotencyKey());
        } else {
            parameters.put("incremental", false);
        }
        var envelope = gateway.call("sku.syncStock", parameters);
        return envelope.ok() || envelope.alreadyApplied() ? new Outcome.Done() : Answers.refusedOrThrow(envelope);
    }
}
