package io.wanqu.inventory;

import io.wanqu.vault.VaultQueries;

import org.springframework.stereotype.Component;

/** How much of a pool may still go out today, where its cards have a limit a day. */
@Component
class DailyLimits {

    private final VaultQueries vault;

    DailyLimits(VaultQueries vault) {
        this.vault = vault;
    }

    long leftToday(Pool pool) {
        return pool.daily ? vault.usesLeftToday(pool.key.shop(), pool.key.pool()) - pool.counts().held() : Long.MAX_VALUE;
    }
}
