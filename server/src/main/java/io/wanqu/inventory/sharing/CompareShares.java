package io.wanqu.inventory.sharing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

import io.wanqu.inventory.AllocationRule;
import io.wanqu.inventory.InventoryProblem;
import io.wanqu.inventory.Push;
import io.wanqu.inventory.SellableStock;
import io.wanqu.inventory.pool.Pool;
import io.wanqu.inventory.pool.PoolKey;
import io.wanqu.inventory.pool.Pools;
import io.wanqu.inventory.pool.Share;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows how channels share a pool now, and how they would under another rule. */
@Service
class CompareShares {

    private final Pools pools;
    private final SellableStock sellable;

    CompareShares(Pools pools, SellableStock sellable) {
        this.pools = pools;
        this.sellable = sellable;
    }

    @Transactional(readOnly = true)
    public List<Told> now(ShopId shop, PoolId poolId, Collection<ChannelId> more) {
        var pool = pool(shop, poolId);
        return channels(pool, more).stream().map(channel -> told(pool, channel)).toList();
    }

    @Transactional(readOnly = true)
    public List<Compared> with(ShopId shop, PoolId poolId, Collection<ChannelId> more, Wish wish) {
        var before = pool(shop, poolId);
        var after = changed(before, wish);
        return channels(after, more).stream()
                .map(channel -> new Compared(channel, sellable.push(before, channel), sellable.push(after, channel)))
                .toList();
    }

    private Pool pool(ShopId shop, PoolId poolId) {
        var key = new PoolKey(shop, poolId);
        var pool = pools.read(List.of(key)).get(key);
        if (pool == null) {
            throw new InventoryProblem.UnknownPool(poolId);
        }
        return pool;
    }

    /** A quota begins anew when its rule is set, as it would be. */
    private static Pool changed(Pool pool, Wish wish) {
        SetAllocation.refuseMoreThanThereIs(pool, wish.channel(), wish.rule().checked());
        var shares = new ArrayList<>(pool.shares());
        shares.removeIf(share -> share.channel.equals(wish.channel()));
        shares.add(new Share(wish.channel(), wish.rule(), 0, 0, 0));
        return new Pool(pool.key, pool.daily, pool.counts(), shares);
    }

    private static Collection<ChannelId> channels(Pool pool, Collection<ChannelId> more) {
        var all = new LinkedHashSet<ChannelId>();
        pool.shares().forEach(share -> all.add(share.channel));
        all.addAll(more);
        return all;
    }

    private Told told(Pool pool, ChannelId channel) {
        var share = pool.shares().stream().filter(it -> it.channel.equals(channel)).findFirst();
        return new Told(channel, share.map(it -> it.rule).orElse(AllocationRule.SHARED), share.map(it -> it.version).orElse(null),
                share.map(Share::taken).orElse(0L), share.map(Share::lent).orElse(0L), sellable.push(pool, channel));
    }

    /** The rule that somebody thinks of. */
    record Wish(ChannelId channel, AllocationRule rule) {
    }

    /**
     * @param version absent when nobody made a rule for the channel
     * @param taken   units of the quota that it has used
     * @param lent    units of the quota that others have borrowed
     */
    record Told(ChannelId channel, AllocationRule rule, @Nullable Long version, long taken, long lent, Push push) {
    }

    record Compared(ChannelId channel, Push now, Push then) {
    }
}
