package io.wanqu.catalog.hint;

import java.util.Collection;
import java.util.Map;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

/** Tells how much of each pool a channel may sell just now; a hint for pages, never a promise. */
public interface StockHint {

    Map<PoolId, Long> sellable(ShopId shop, ChannelId channel, Collection<PoolId> pools);
}
