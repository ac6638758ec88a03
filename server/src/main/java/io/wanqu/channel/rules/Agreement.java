package io.wanqu.channel.rules;

import java.time.Instant;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.SkuId;

import org.jspecify.annotations.Nullable;

/**
 * A promise about the price of a SKU, or of every SKU of a product, in one channel.
 *
 * @param leastMinor   it is never lower than this; or else
 * @param otherChannel it is never lower than in this channel
 */
record Agreement(String id, String name, ChannelId channel, @Nullable SkuId sku, @Nullable Long product, @Nullable Long leastMinor,
        @Nullable ChannelId otherChannel, Instant validFrom, @Nullable Instant validTo) {
}
