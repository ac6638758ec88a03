package io.wanqu.ordering.placing;

import io.wanqu.kernel.ChannelId;
import io.wanqu.payment.Rails;
import io.wanqu.shop.Shop;
import io.wanqu.shop.Shops.PublicChannels;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says through which of the shop's own channels a buyer came, and whether it takes the money he offers. */
@Component
class Entrance {

    private final PublicChannels channels;
    private final Rails rails;

    Entrance(PublicChannels channels, Rails rails) {
        this.channels = channels;
        this.rails = rails;
    }

    ChannelId channel(Shop shop, @Nullable String key, String rail) {
        var channel = channels.channel(shop, key);
        rails.mustTake(rail, shop.id(), channel);
        return channel;
    }
}
