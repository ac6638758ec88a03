package io.wanqu.inventory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.wanqu.inventory.HoldAsk.Who;
import io.wanqu.inventory.Holds.Held;
import io.wanqu.inventory.pool.Pool;
import io.wanqu.inventory.pool.PoolKey;
import io.wanqu.inventory.pool.Pools;
import io.wanqu.inventory.pool.Share.FromQuota;
import io.wanqu.inventory.pool.StockEvents;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves units of a pool to a channel before they are sold, and on from there: to a holder that bought them, or back. */
@Service
public class ConsignStock {

    private final Pools pools;
    private final Holds holds;
    private final StockEvents events;

    ConsignStock(Pools pools, Holds holds, StockEvents events) {
        this.pools = pools;
        this.holds = holds;
        this.events = events;
    }

    /** Refuses more than the channel may have; the pool stays locked until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void consign(ShopId shop, ChannelId channel, PoolId pool, int quantity) {
        var locked = lock(shop, pool);
        var sellable = locked.sellable(channel);
        if (sellable < quantity) {
            throw new InventoryProblem.OutOfStock(pool, quantity, sellable);
        }
        locked.consign(channel, quantity);
        save(locked, false);
    }

    /** Units that a channel sold from what lay there become holds, for holders that pay in the same transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sold(List<Sale> sales) {
        var locked = pools.lock(sales.stream().map(sale -> new PoolKey(sale.shop, sale.pool)).collect(Collectors.toSet()));
        var made = new ArrayList<Held>();
        for (var sale : sales) {
            locked.get(new PoolKey(sale.shop, sale.pool)).holdConsigned(sale.quantity);
            made.add(new Held(sale.shop, sale.holder, sale.line, sale.pool, sale.channel, sale.quantity, new FromQuota(0, 0), sale.until,
                    Who.NOBODY));
        }
        pools.save(locked.values());
        holds.add(made);
    }

    /** Locks the pool, so that the cards may be moved before their number is told. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void await(ShopId shop, PoolId pool) {
        lock(shop, pool);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(ShopId shop, PoolId pool, int quantity) {
        var locked = lock(shop, pool);
        locked.takeBack(quantity);
        save(locked, true);
    }

    private Pool lock(ShopId shop, PoolId pool) {
        return pools.lock(List.of(new PoolKey(shop, pool))).values().stream().findFirst()
                .orElseThrow(() -> new InventoryProblem.UnknownPool(pool));
    }

    private void save(Pool pool, boolean more) {
        pools.save(List.of(pool));
        events.changed(List.of(pool), more);
    }

    /** Units of a line that were sold from what lay at a channel. */
    public record Sale(ShopId shop, ChannelId channel, PoolId pool, long holder, int line, int quantity, Instant until) {
    }
}
