package io.wanqu.storefront;

import io.wanqu.kernel.ChannelId;
import io.wanqu.shop.Shop;
import io.wanqu.shop.Shops.PublicChannels;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the trade which channel a public key stands for. */
@Component
class KnowOwnChannels implements PublicChannels {

    private final OwnChannels channels;

    KnowOwnChannels(OwnChannels channels) {
        this.channels = channels;
    }

    @Override
    public ChannelId channel(Shop shop, @Nullable String key) {
        if (key == null) {
            return shop.page();
        }
        return channels.find(shop.id(), key).filter(found -> found.on() && found.kind().open()).map(OwnChannel::id)
                .orElseThrow(StorefrontProblem.UnknownChannel::new);
    }
}
