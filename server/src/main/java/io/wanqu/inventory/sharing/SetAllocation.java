package io.wanqu.inventory.sharing;

import java.sql.Types;
import java.util.List;
import java.util.Locale;

import io.wanqu.inventory.AllocationChanged;
import io.wanqu.inventory.AllocationRule;
import io.wanqu.inventory.AllocationRule.Mode;
import io.wanqu.inventory.InventoryProblem;
import io.wanqu.inventory.StockChanged;
import io.wanqu.inventory.pool.Pool;
import io.wanqu.inventory.pool.PoolKey;
import io.wanqu.inventory.pool.Pools;
import io.wanqu.inventory.pool.Share;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Json;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.EventLog;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets how a channel shares in a pool; the quota begins anew, and every rule that ever held stays on record. */
@Service
public class SetAllocation {

    private final Pools pools;
    private final JdbcClient jdbc;
    private final EventLog events;
    private final Trail trail;

    SetAllocation(Pools pools, JdbcClient jdbc, EventLog events, Trail trail) {
        this.pools = pools;
        this.jdbc = jdbc;
        this.events = events;
        this.trail = trail;
    }

    @Transactional
    public void set(ShopId shop, PoolId poolId, ChannelId channel, AllocationRule rule, String by) {
        rule.checked();
        var pool = pools.lock(List.of(new PoolKey(shop, poolId))).get(new PoolKey(shop, poolId));
        if (pool == null) {
            throw new InventoryProblem.UnknownPool(poolId);
        }
        refuseMoreThanThereIs(pool, channel, rule);
        var before = pool.shares().stream().filter(share -> share.channel.equals(channel)).map(share -> share.rule).findFirst().orElse(null);
        var version = write(shop, poolId, channel, rule);
        jdbc.sql("""
                insert into inventory.allocation_change (shop_id, pool_id, channel_id, version, rule, changed_by)
                values (:shop, :pool, :channel, :version, :rule::jsonb, :by)
                """)
            .param("shop", shop.value())
            .param("pool", poolId.value())
            .param("channel", channel.value())
            .param("version", version)
            .param("rule", Json.write(rule))
            .param("by", by)
            .update();
        trail.note(new Note(shop, "allocation.changed", "pool:" + poolId, new Shared(channel, before), new Shared(channel, rule)));
        events.append(List.of(new AllocationChanged(shop, poolId, channel, version)));
        events.append(List.of(new StockChanged(shop, poolId, pool.counts().available(), true)));
    }

    private record Shared(ChannelId channel, @Nullable AllocationRule rule) {
    }

    /** Two hard quotas must not promise the same unit. */
    static void refuseMoreThanThereIs(Pool pool, ChannelId channel, AllocationRule rule) {
        if (rule.mode() != Mode.HARD) {
            return;
        }
        var reserved = pool.shares().stream()
                .filter(share -> !share.channel.equals(channel) && share.rule.mode() == Mode.HARD)
                .mapToLong(Share::quotaLeft).sum();
        var left = Math.max(0, pool.counts().available() - reserved);
        if (rule.quota() > left) {
            throw new InventoryProblem.QuotaTooLarge(rule.quota(), left);
        }
    }

    private long write(ShopId shop, PoolId pool, ChannelId channel, AllocationRule rule) {
        return jdbc.sql("""
                insert into inventory.allocation
                       (shop_id, pool_id, channel_id, mode, quota, floor, priority, percent, buffer, plus, minimum, maximum,
                        delist_at)
                values (:shop, :pool, :channel, :mode, :quota, :floor, :priority, :percent, :buffer, :plus, :minimum, :maximum,
                        :delistAt)
                    on conflict (shop_id, pool_id, channel_id) do update
                   set mode = excluded.mode, quota = excluded.quota, taken = 0, lent = 0, floor = excluded.floor,
                       priority = excluded.priority, percent = excluded.percent, buffer = excluded.buffer, plus = excluded.plus,
                       minimum = excluded.minimum, maximum = excluded.maximum, delist_at = excluded.delist_at,
                       version = allocation.version + 1
                returning version
                """)
            .param("shop", shop.value())
            .param("pool", pool.value())
            .param("channel", channel.value())
            .param("mode", rule.mode().name().toLowerCase(Locale.ROOT))
            .param("quota", rule.quota())
            .param("floor", rule.floor())
            .param("priority", rule.priority())
            .param("percent", rule.percent())
            .param("buffer", rule.buffer())
            .param("plus", rule.plus())
            .param("minimum", rule.minimum())
            .param("maximum", rule.maximum(), Types.BIGINT)
            .param("delistAt", rule.delistAt())
            .query(Long.class)
            .single();
    }
}
