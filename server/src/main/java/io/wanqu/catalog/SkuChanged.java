package io.wanqu.catalog;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.Named;

/** A SKU is new, or its price, pool, words or state changed. */
@Named("catalog.sku-changed")
public record SkuChanged(ShopId shop, SkuId sku, long product, PoolId pool, long unitMinor, boolean on) implements Event {

    @Override
    public long subject() {
        return sku.value();
    }
}
