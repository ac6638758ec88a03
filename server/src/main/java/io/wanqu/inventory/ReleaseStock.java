package io.wanqu.inventory;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import io.wanqu.inventory.Holds.Held;
import io.wanqu.inventory.Holds.Holder;
import io.wanqu.inventory.pool.PoolKey;
import io.wanqu.inventory.pool.Pools;
import io.wanqu.inventory.pool.StockEvents;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives stock back: what was held and will not be paid, and what was sold but could not be handed out. */
@Service
public class ReleaseStock {

    private final Pools pools;
    private final Holds holds;
    private final StockEvents events;

    ReleaseStock(Pools pools, Holds holds, StockEvents events) {
        this.pools = pools;
        this.holds = holds;
        this.events = events;
    }

    /** Ends whatever these holders of one shop hold; holders without a hold are passed over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(ShopId shop, Collection<Long> holders) {
        release(holders.stream().map(holder -> new Holding(shop, holder)).toList());
    }

    /** The same for holders of many shops at once, so that their pools are locked in the one order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(Collection<Holding> holdings) {
        var ended = holds.end(holdings.stream().map(it -> new Holder(it.shop, it.holder)).collect(Collectors.toSet()));
        if (ended.isEmpty()) {
            return;
        }
        var locked = pools.lock(ended.stream().map(Held::poolKey).collect(Collectors.toSet()));
        ended.forEach(held -> locked.get(held.poolKey()).release(held.channel(), held.quantity(), held.fromQuota()));
        pools.save(locked.values());
        events.changed(locked.values(), true);
    }

    /**
     * Takes a sale back for units that turned out not to be there to hand out. Nobody is told that there is more:
     * whoever waits would be sold the same units and not get them, again and again.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void unsell(List<Unsold> unsold) {
        if (unsold.isEmpty()) {
            return;
        }
        var locked = pools.lock(unsold.stream().map(it -> new PoolKey(it.shop, it.pool)).collect(Collectors.toSet()));
        unsold.forEach(it -> locked.get(new PoolKey(it.shop, it.pool)).unsell(it.quantity));
        pools.save(locked.values());
        events.changed(locked.values(), false);
    }

    /** Somebody who holds stock. */
    public record Holding(ShopId shop, long holder) {
    }

    /** Units of a pool that were sold and not handed out. */
    public record Unsold(ShopId shop, PoolId pool, int quantity) {
    }
}
