package io.wanqu.vault;

import java.util.Collection;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

/** The counters of the pools, kept by whoever counts stock; every call belongs to the caller's transaction. */
public interface CountsStock {

    boolean exists(ShopId shop, PoolId pool);

    /** Locks the rows of the pools, in the order of their ids; cards are locked only afterwards. */
    void lock(ShopId shop, Collection<PoolId> pools);

    void loaded(ShopId shop, PoolId pool, long uses);

    /** Takes up to so many uses out of what is available and returns how many it was; the rest is promised to holders. */
    long takeOut(ShopId shop, PoolId pool, long uses);
}
