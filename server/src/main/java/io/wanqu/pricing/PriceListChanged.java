package io.wanqu.pricing;

import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.Named;

/** The price list of a SKU was replaced as a whole. */
@Named("pricing.price-list-changed")
public record PriceListChanged(ShopId shop, SkuId sku, long version) implements Event {

    @Override
    public long subject() {
        return sku.value();
    }
}
