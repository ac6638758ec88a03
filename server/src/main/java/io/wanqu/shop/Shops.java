package io.wanqu.shop;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.Text;

import org.springframework.stereotype.Component;

/** Finds shops; what it answers may be up to two seconds old. */
@Component
public class Shops {

    private static final Duration CACHED = Duration.ofSeconds(2);
    private static final int CACHED_MAX = 100_000;

    private final ShopTable table;
    private final Cache<String, Shop> slugs = cache();
    private final Cache<ShopId, Shop> ids = cache();

    Shops(ShopTable table) {
        this.table = table;
    }

    public Shop bySlug(String slug) {
        var shop = slugs.getIfPresent(slug);
        if (shop == null) {
            shop = table.findBySlug(slug).orElseThrow(() -> new ShopProblem.Unknown(Text.shorten(slug)));
            slugs.put(slug, shop);
        }
        return shop;
    }

    public Shop byId(ShopId id) {
        var shop = byIds(List.of(id)).get(id);
        if (shop == null) {
            throw new ShopProblem.Unknown(id.text());
        }
        return shop;
    }

    /** Those that exist; one statement at most, whatever the number. */
    public Map<ShopId, Shop> byIds(Collection<ShopId> wanted) {
        var found = new HashMap<>(ids.getAllPresent(wanted));
        var missing = new HashSet<>(wanted);
        missing.removeAll(found.keySet());
        if (!missing.isEmpty()) {
            table.find(missing).forEach(shop -> {
                ids.put(shop.id(), shop);
                found.put(shop.id(), shop);
            });
        }
        return found;
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
