package io.wanqu.risk.list;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import io.wanqu.kernel.ShopId;
import io.wanqu.risk.count.Dimension;

import org.springframework.stereotype.Component;

/** The lists of each shop, from memory; like the rules, a change is heard within two seconds. */
@Component
public class KnownListed {

    private static final Duration OLD_AFTER = Duration.ofSeconds(2);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int SHOPS_MAX = 10_000;
    private static final int ENTRIES_MAX = 50_000;

    private final LoadingCache<ShopId, Map<Who, Boolean>> known;

    KnownListed(Listed listed) {
        Executor beside = task -> Thread.ofVirtual().name("risk-lists").start(task);
        this.known = Caffeine.newBuilder().refreshAfterWrite(OLD_AFTER).expireAfterAccess(KEPT).maximumSize(SHOPS_MAX).executor(beside)
                .build(shop -> read(listed.now(shop, ENTRIES_MAX)));
    }

    private static Map<Who, Boolean> read(List<Listed.Entry> entries) {
        var all = new HashMap<Who, Boolean>();
        entries.forEach(entry -> all.put(new Who(entry.by(), entry.key()), entry.allow()));
        return all;
    }

    public boolean any(ShopId shop) {
        return !known.get(shop).isEmpty();
    }

    /** How many of these stand on the one list or on the other. */
    public long count(ShopId shop, Map<Dimension, Long> keys, boolean allow) {
        var all = known.get(shop);
        return all.isEmpty() ? 0 : keys.entrySet().stream()
                .filter(key -> Boolean.valueOf(allow).equals(all.get(new Who(key.getKey(), key.getValue()))))
                .count();
    }

    public void forget(ShopId shop) {
        known.invalidate(shop);
    }

    private record Who(Dimension by, long key) {
    }
}
