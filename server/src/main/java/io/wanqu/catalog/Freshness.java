package io.wanqu.catalog;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import io.wanqu.kernel.ShopId;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets copies of a shop's goods on this node end the moment something changes here: the number is part of what a copy is
 * found by. Other nodes see the change when their copies are too old.
 */
@Component
public class Freshness {

    private static final int SHOPS_MAX = 100_000;

    /** A number is forgotten long after the last copy that was found by it. */
    private final LoadingCache<ShopId, AtomicLong> numbers = Caffeine.newBuilder()
            .maximumSize(SHOPS_MAX).expireAfterAccess(Duration.ofMinutes(10)).build(shop -> new AtomicLong(System.nanoTime()));

    public long number(ShopId shop) {
        return numbers.get(shop).get();
    }

    /** Counts when the transaction has ended well, if there is one. */
    public void changed(ShopId shop) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            numbers.get(shop).incrementAndGet();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                numbers.get(shop).incrementAndGet();
            }
        });
    }
}
