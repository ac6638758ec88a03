package io.wanqu.inventory.pool;

import java.util.Comparator;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

/** A pool and its shop; sorted in the one order in which pools are locked. */
public record PoolKey(ShopId shop, PoolId pool) implements Comparable<PoolKey> {

    private static final Comparator<PoolKey> LOCK_ORDER =
            Comparator.<PoolKey>comparingLong(key -> key.shop.value()).thenComparingLong(key -> key.pool.value());

    @Override
    public int compareTo(PoolKey other) {
        return LOCK_ORDER.compare(this, other);
    }
}
