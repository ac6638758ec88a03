package io.wanqu.inventory;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import io.wanqu.inventory.pool.Pool;
import io.wanqu.inventory.pool.PoolKey;
import io.wanqu.kernel.ChannelId;
import io.wanqu.vault.VaultQueries;

import org.springframework.stereotype.Component;

/** How much of a pool may still go out today, where its cards have a limit a day. */
@Component
class DailyLimits {

    private final VaultQueries vault;

    DailyLimits(VaultQueries vault) {
        this.vault = vault;
    }

    /** For each pool with such a limit the uses that today's cards still have; what is held comes off that. */
    Map<PoolKey, Long> usesLeft(Collection<Pool> pools) {
        return pools.stream().filter(pool -> pool.daily)
                .collect(Collectors.toMap(pool -> pool.key, pool -> vault.usesLeftToday(pool.key.shop(), pool.key.pool())));
    }

    /** What a channel can sell of a pool now. */
    static long sellable(Pool pool, ChannelId channel, Map<PoolKey, Long> usesLeft) {
        var today = usesLeft.getOrDefault(pool.key, Long.MAX_VALUE) - pool.counts().held();
        return Math.clamp(pool.sellable(channel), 0, Math.max(0, today));
    }
}
