package io.wanqu.inventory;

import java.util.Collection;
import java.util.List;

import io.wanqu.inventory.pool.PoolKey;
import io.wanqu.inventory.pool.Pools;
import io.wanqu.inventory.pool.StockEvents;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.vault.CountsStock;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts the cards that the vault takes in and writes off, in the vault's own transaction. */
@Component
class CardStock implements CountsStock {

    private final Pools pools;
    private final StockEvents events;

    CardStock(Pools pools, StockEvents events) {
        this.pools = pools;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean exists(ShopId shop, PoolId pool) {
        return pools.exists(new PoolKey(shop, pool));
    }

    @Override
    public void lock(ShopId shop, Collection<PoolId> wanted) {
        pools.lock(wanted.stream().map(pool -> new PoolKey(shop, pool)).toList());
    }

    @Override
    public void loaded(ShopId shop, PoolId pool, long uses) {
        var locked = pools.lock(List.of(new PoolKey(shop, pool)));
        locked.values().forEach(it -> it.load(uses));
        pools.save(locked.values());
        events.changed(locked.values(), true);
    }

    @Override
    public long takeOut(ShopId shop, PoolId pool, long uses) {
        var locked = pools.lock(List.of(new PoolKey(shop, pool)));
        var out = locked.values().stream().mapToLong(it -> it.takeOut(uses)).sum();
        pools.save(locked.values());
        events.changed(locked.values(), false);
        return out;
    }
}
