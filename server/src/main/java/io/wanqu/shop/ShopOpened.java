package io.wanqu.shop;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.Named;

/** A new shop began to exist. */
@Named("shop.shop-opened")
public record ShopOpened(ShopId shop, ChannelId page) implements Event {

    @Override
    public long subject() {
        return shop.value();
    }
}
