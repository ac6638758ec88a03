package io.wanqu.pricing;

import io.wanqu.catalog.Offer;
import io.wanqu.kernel.ChannelId;

/** What somebody would like to buy, and through which channel. */
public record Ask(Offer offer, ChannelId channel, int quantity) {
}
