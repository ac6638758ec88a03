package io.wanqu.shop;

import io.wanqu.kernel.ChannelId;

import org.jspecify.annotations.Nullable;

/** Knows the channels that a shop opened itself and that buyers may order through; somebody above keeps them. */
public interface PublicChannels {

    /** The channel with this public key, or the shop's own page where there is no key; refuses a key of no such channel. */
    ChannelId channel(Shop shop, @Nullable String key);
}
