package io.wanqu.inventory;

import java.util.List;

import io.wanqu.inventory.pool.PoolKey;
import io.wanqu.inventory.pool.Pools;
import io.wanqu.inventory.pool.StockEvents;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sells good units in the place of bad ones, which are void from then on. */
@Service
public class ExchangeStock {

    private final Pools pools;
    private final StockEvents events;

    ExchangeStock(Pools pools, StockEvents events) {
        this.pools = pools;
        this.events = events;
    }

    /** Leaves the pool locked; false, and nothing changed, when the channel may not take so many. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean exchange(ShopId shop, PoolId pool, ChannelId channel, int quantity) {
        var locked = pools.lock(List.of(new PoolKey(shop, pool)));
        var one = locked.get(new PoolKey(shop, pool));
        if (one == null || one.sellable(channel) < quantity) {
            return false;
        }
        one.sell(channel, quantity);
        one.writeOffSold(quantity);
        pools.save(locked.values());
        events.changed(locked.values(), false);
        return true;
    }
}
