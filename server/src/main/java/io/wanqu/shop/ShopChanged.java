package io.wanqu.shop;

import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.Named;

/** The name of a shop changed, or its door opened or shut. */
@Named("shop.shop-changed")
public record ShopChanged(ShopId shop, Shop.State state) implements Event {

    @Override
    public long subject() {
        return shop.value();
    }
}
