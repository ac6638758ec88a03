package io.wanqu.inventory.waiting;

import java.util.Collection;
import java.util.Set;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

/** Whoever knows of buyers that have paid and wait; they go before everybody else. */
public interface PaidWaiting {

    /** Those of the pools for which somebody has paid and waits. */
    Set<PoolId> among(ShopId shop, Collection<PoolId> pools);
}
