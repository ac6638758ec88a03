package io.wanqu.inventory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.wanqu.inventory.Holds.Held;
import io.wanqu.inventory.Holds.Holder;
import io.wanqu.inventory.pool.Pool;
import io.wanqu.inventory.pool.PoolKey;
import io.wanqu.inventory.pool.Pools;
import io.wanqu.inventory.pool.StockEvents;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Turns held stock into sold stock; a line whose hold is gone is taken anew if the pool still has all of it. */
@Service
public class TakeStock {

    private final Pools pools;
    private final Holds holds;
    private final StockEvents events;

    TakeStock(Pools pools, Holds holds, StockEvents events) {
        this.pools = pools;
        this.holds = holds;
        this.events = events;
    }

    /** Answers in the order of the asks with the numbers of the lines that were taken; a line is taken whole or not at all. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Set<Integer>> take(List<TakeAsk> asks) {
        if (asks.isEmpty()) {
            return List.of();
        }
        var ended = holds.end(asks.stream().map(ask -> new Holder(ask.shop(), ask.holder())).collect(Collectors.toSet()))
                .stream().collect(Collectors.groupingBy(Held::byHolder));
        var keys = new HashSet<PoolKey>();
        asks.forEach(ask -> ask.lines().forEach(line -> keys.add(new PoolKey(ask.shop(), line.pool()))));
        ended.values().forEach(held -> held.forEach(it -> keys.add(it.poolKey())));
        var locked = pools.lock(keys);
        var taken = new ArrayList<Set<Integer>>(asks.size());
        for (var ask : asks) {
            taken.add(take(ask, ended.getOrDefault(new Holder(ask.shop(), ask.holder()), List.of()), locked));
        }
        pools.save(locked.values());
        events.changed(locked.values(), false);
        return taken;
    }

    /** Sells good units in the place of bad ones, which are void from then on. Leaves the pool locked; false, and nothing changed, when the channel may not take so many. */
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

    private static Set<Integer> take(TakeAsk ask, List<Held> held, Map<PoolKey, Pool> locked) {
        var heldByLine = held.stream().collect(Collectors.toMap(Held::line, it -> it));
        var taken = new HashSet<Integer>();
        for (var line : ask.lines()) {
            var pool = locked.get(new PoolKey(ask.shop(), line.pool()));
            var hold = heldByLine.remove(line.line());
            if (hold != null) {
                pool.sellHeld(line.quantity());
                taken.add(line.line());
            } else if (pool != null && pool.sellable(ask.channel()) >= line.quantity()) {
                pool.sell(ask.channel(), line.quantity());
                taken.add(line.line());
            }
        }
        heldByLine.values().forEach(rest -> locked.get(rest.poolKey()).release(rest.channel(), rest.quantity(), rest.fromQuota()));
        return taken;
    }
}
