package io.wanqu.connectors.jd;

import io.wanqu.connector.Outcome;
import io.wanqu.connector.StockUpdate;
import java.util.Map;

/** Sets what the platform believes to be in stock; it knows no differences. */
final class Stock {

    private final JdClient client;

    Stock(JdClient client) {
        this.client = client;
    }

    /** Unverified: the names of the parameters. */
    Outcome set(StockUpdate update) {
        if (update.mode() != StockUpdate.Mode.FULL) {
            return new Outcome.Refused("unsupported", "this channel takes whole values only");
        }
        return client.done(Call.STOCK_SET, Map.of("skuId", update.externalSkuId(), "stockNum", update.quantity()));
    }
}
