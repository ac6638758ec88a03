package io.wanqu.identity.staff;

import java.time.Duration;
import java.util.List;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.ShopId;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Finds out for whom somebody works; a change is seen everywhere within two seconds, and at once on the node that made it. */
@Component
public class KnownStaff {

    static final Duration CACHED = Duration.ofSeconds(2);
    private static final int CACHED_MAX = 10_000;

    private final StaffTable table;
    private final LoadingCache<AccountId, List<StaffMember>> cache;

    @Autowired
    KnownStaff(StaffTable table) {
        this(table, Ticker.systemTicker());
    }

    KnownStaff(StaffTable table, Ticker ticker) {
        this.table = table;
        this.cache = Caffeine.newBuilder().ticker(ticker).expireAfterWrite(CACHED).maximumSize(CACHED_MAX).build(table::of);
    }

    /** Where this person works, in the order of the shops. */
    public List<StaffMember> of(AccountId account) {
        return cache.get(account);
    }

    /** Whether anybody works there at all; asked of the table. */
    public boolean anyIn(ShopId shop) {
        return table.anyIn(shop);
    }

    void forget(AccountId account) {
        cache.invalidate(account);
    }

    /** Forgotten before, it could be read again as it was. */
    void forgetAfterCommit(AccountId account) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                forget(account);
            }
        });
    }
}
