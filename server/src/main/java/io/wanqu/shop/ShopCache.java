package io.wanqu.shop;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Copies of shops on this node, at most two seconds old. */
@Component
class ShopCache {

    private static final Duration CACHED = Duration.ofSeconds(2);
    private static final int CACHED_MAX = 100_000;

    private final Cache<String, Shop> slugs = cache();
    private final Cache<ShopId, Shop> ids = cache();

    @Nullable Shop find(String slug) {
        return slugs.getIfPresent(slug);
    }

    Map<ShopId, Shop> find(Collection<ShopId> shops) {
        return new HashMap<>(ids.getAllPresent(shops));
    }

    void keepBySlug(Shop shop) {
        slugs.put(shop.slug(), shop);
    }

    void keepById(Shop shop) {
        ids.put(shop.id(), shop);
    }

    /** Forgets a shop on this node; other nodes see the change when their copy is too old. */
    void forget(Shop shop) {
        slugs.invalidate(shop.slug());
        ids.invalidate(shop.id());
    }

    private static <K> Cache<K, Shop> cache() {
        return Caffeine.newBuilder().expireAfterWrite(CACHED).maximumSize(CACHED_MAX).build();
    }
}
