package io.wanqu.inventory;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.Named;

import org.jspecify.annotations.Nullable;

/**
 * A pool will be empty soon, or is.
 *
 * @param coverHours for how long it will last; absent where it is low by count alone
 * @param suggested  how many to load
 */
@Named("inventory.pool-ran-low")
public record PoolRanLow(ShopId shop, PoolId pool, long available, @Nullable Integer coverHours, long suggested) implements Event {

    @Override
    public long subject() {
        return pool.value();
    }
}
