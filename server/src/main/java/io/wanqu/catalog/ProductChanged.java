package io.wanqu.catalog;

import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.Named;

/** A product is new, or its words or state changed. */
@Named("catalog.product-changed")
public record ProductChanged(ShopId shop, long product, boolean on) implements Event {

    @Override
    public long subject() {
        return product;
    }
}
