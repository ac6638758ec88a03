package io.wanqu.inventory.pool;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.shop.Shop;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells which pools are a shop's own. */
@Component
class KeptPools implements Shop.Stock {

    private final Pools pools;

    KeptPools(Pools pools) {
        this.pools = pools;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean keeps(ShopId shop, PoolId pool) {
        return pools.exists(new PoolKey(shop, pool));
    }
}
