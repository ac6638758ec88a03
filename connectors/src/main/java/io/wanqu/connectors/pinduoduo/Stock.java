package io.wanqu.connectors.pinduoduo;

import io.wanqu.connector.Outcome;
import io.wanqu.connector.StockUpdate;
import io.wanqu.connectors.wire.Refusals;
import java.util.Map;

/** Sets what the platform believes to be in stock. */
final class Stock {

    private final Router router;

    Stock(Router router) {
        this.router = router;
    }

    /** Goods on promotion keep what they promised: a smaller number is refused, which is a warning and no failure. */
    Outcome set(StockUpdate update) {
        var envelope = router.ask("pdd.goods.quantity.update", Map.of(
            "goods_id", update.externalProductId(),
            "sku_id", update.externalSkuId(),
            "quantity", update.quantity(),
            "update_type", update.mode() == StockUpdate.Mode.FULL ? Facts.FULL : Facts.DIFFERENCE));
        if (envelope.ok()) {
            return new Outcome.Done();
        }
        return Facts.PROMOTED_CODES.contains(envelope.code())
            ? new Outcome.Refused(Facts.PROMOTED, envelope.message()) : Refusals.refusedOrThrow(envelope.trouble());
    }
}
