package io.wanqu.connectors.wechatshop;

import io.wanqu.connector.Outcome;
import io.wanqu.connector.StockUpdate;
import java.util.Map;

/** Sets, raises or lowers what the platform believes to be in stock; a difference carries no key. */
final class Stock {

    private final Gateway gateway;

    Stock(Gateway gateway) {
        this.gateway = gateway;
    }

    Outcome set(StockUpdate update) {
        var how = update.mode() == StockUpdate.Mode.FULL ? Facts.SET : update.quantity() < 0 ? Facts.TAKE : Facts.ADD;
        return Facts.CODES.outcome(gateway.call("/channels/ec/product/stock/update", Map.of(
            Names.PRODUCT_ID, update.externalProductId(),
            Names.SKU_ID, update.externalSkuId(),
            "diff_type", how,
            "num", Math.abs(update.quantity()))));
    }
}
