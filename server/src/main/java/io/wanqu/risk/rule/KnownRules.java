package io.wanqu.risk.rule;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is in force for each profile of each shop, from memory. A change is heard within two seconds on every node: whoever
 * finds an older copy takes it and has it read anew beside him, so that orders never wait for rules.
 */
@Component
public class KnownRules {

    private static final Duration OLD_AFTER = Duration.ofSeconds(2);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int KEPT_MAX = 20_000;

    private final LoadingCache<Key, InForce> known;

    KnownRules(RuleSets sets) {
        Executor beside = task -> Thread.ofVirtual().name("risk-rules").start(task);
        this.known = Caffeine.newBuilder().refreshAfterWrite(OLD_AFTER).expireAfterAccess(KEPT).maximumSize(KEPT_MAX).executor(beside)
                .build(key -> read(sets, key));
    }

    /** @param profile null for the usual one */
    public InForce of(ShopId shop, @Nullable String profile) {
        return known.get(new Key(shop, name(profile)));
    }

    public static String name(@Nullable String profile) {
        return profile == null ? BuiltIn.USUAL : profile;
    }

    /** On this node a change is heard at once. */
    void forget() {
        known.invalidateAll();
    }

    static InForce read(RuleSets sets, ShopId shop, String profile) {
        return read(sets, new Key(shop, profile));
    }

    private static InForce read(RuleSets sets, Key key) {
        var platform = sets.latest(ShopId.PLATFORM, key.profile);
        var own = key.shop.equals(ShopId.PLATFORM) ? Optional.<RuleSets.Version>empty() : sets.latest(key.shop, key.profile);
        return new InForce(platform.map(RuleSets.Version::rules).orElseGet(() -> BuiltIn.of(key.profile)),
                own.map(RuleSets.Version::rules).orElse(RuleSet.EMPTY),
                platform.map(RuleSets.Version::version).orElse(0L) + "/" + own.map(RuleSets.Version::version).orElse(0L));
    }

    private record Key(ShopId shop, String profile) {
    }
}
