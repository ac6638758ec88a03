package io.wanqu.storefront.bot;

import java.net.URI;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;

/** A bot of a shop, with what opens it; as text it shows nothing. */
record Bot(ShopId shop, ChannelId channel, URI base, String token) {

    @Override
    public String toString() {
        return "Bot[" + channel + "]";
    }
}
