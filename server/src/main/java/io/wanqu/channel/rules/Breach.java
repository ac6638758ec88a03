package io.wanqu.channel.rules;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.SkuId;

/** A price that is lower than was agreed. */
public record Breach(String agreement, String name, ChannelId channel, SkuId sku, int quantity, long priceMinor, long leastMinor) {
}
