package io.wanqu.inventory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.wanqu.catalog.hint.StockHint;
import io.wanqu.inventory.pool.Pool;
import io.wanqu.inventory.pool.PoolKey;
import io.wanqu.inventory.pool.Pools;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says what a channel is told of each pool, by the push formula, and why. */
@Service
public class SellableStock implements StockHint {

    private final Pools pools;
    private final DailyLimits dailyLimits;

    SellableStock(Pools pools, DailyLimits dailyLimits) {
        this.pools = pools;
        this.dailyLimits = dailyLimits;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<PoolId, Long> sellable(ShopId shop, ChannelId channel, Collection<PoolId> wanted) {
        return pushes(shop, channel, wanted).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().quantity()));
    }

    /** What to push to a channel; pools that do not exist are missing in the answer. */
    @Transactional(readOnly = true)
    public Map<PoolId, Push> pushes(ShopId shop, ChannelId channel, Collection<PoolId> wanted) {
        var read = pools.read(wanted.stream().map(pool -> new PoolKey(shop, pool)).toList()).values();
        var today = dailyLimits.usesLeft(read);
        return read.stream().collect(Collectors.toMap(pool -> pool.key.pool(),
                pool -> push(pool, channel, DailyLimits.sellable(pool, channel, today))));
    }

    /** What a channel is told of a pool that was read already. */
    public Push push(Pool pool, ChannelId channel) {
        return push(pool, channel, DailyLimits.sellable(pool, channel, dailyLimits.usesLeft(List.of(pool))));
    }

    private static Push push(Pool pool, ChannelId channel, long sellable) {
        var rule = pool.shares().stream().filter(share -> share.channel.equals(channel)).map(share -> share.rule)
                .findFirst().orElse(AllocationRule.SHARED);
        return Push.of(rule, sellable);
    }
}
