package io.wanqu.risk;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;

/** Whoever keeps the rules of channels says with it which risk profile holds there; answers from memory. */
public interface ProfileOfChannel {

    /** Null for the usual one. */
    @Nullable String riskProfile(ShopId shop, ChannelId channel);
}
