package io.wanqu.inventory;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.Named;

/** Somebody set how a channel shares in a pool. */
@Named("inventory.allocation-changed")
public record AllocationChanged(ShopId shop, PoolId pool, ChannelId channel, long version) implements Event {

    @Override
    public long subject() {
        return pool.value();
    }
}
