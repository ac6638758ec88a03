package io.wanqu.catalog.shelf;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.wanqu.catalog.Freshness;
import io.wanqu.kernel.ShopId;
import io.wanqu.shop.Shop;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Copies of what is on sale on this node, at most two seconds old; a change made on this node is seen at once. */
@Component
class Copies {

    private static final Duration COPIED = Duration.ofSeconds(2);
    private static final long CHARACTERS_MAX = 32_000_000;

    private final Assemble assemble;
    private final Freshness freshness;
    private final Cache<Key, Found> found = Caffeine.newBuilder()
            .expireAfterWrite(COPIED)
            .maximumWeight(CHARACTERS_MAX)
            .weigher((Key key, Found it) -> 1_000 + it.products.stream().mapToInt(Content::characters).sum())
            .build();
    private final Cache<Key, List<CategoryNode>> trees = Caffeine.newBuilder().expireAfterWrite(COPIED).maximumSize(10_000).build();

    Copies(Assemble assemble, Freshness freshness) {
        this.assemble = assemble;
        this.freshness = freshness;
    }

    Found list(Shop shop, ListAsk ask) {
        return found.get(key(shop, ask), key -> assemble.list(shop, categories(shop), ask));
    }

    Optional<Content> one(Shop shop, long product) {
        return found.get(key(shop, product), key -> new Found(assemble.pages(shop, categories(shop), List.of(product)), null)).products.stream().findFirst();
    }

    boolean withdrawn(Shop shop, long product) {
        return assemble.withdrawn(shop, product);
    }

    List<Content> some(Shop shop, Collection<Long> products) {
        var wanted = new LinkedHashSet<>(products);
        return wanted.isEmpty() ? List.of()
                : found.get(key(shop, wanted), key -> new Found(assemble.some(shop, categories(shop), wanted), null)).products;
    }

    List<CategoryNode> categories(Shop shop) {
        return trees.get(key(shop, "categories"), key -> assemble.categories(shop.id()));
    }

    List<String> suggest(Shop shop, String query) {
        return assemble.suggest(shop, categories(shop), query);
    }

    private Key key(Shop shop, Object what) {
        return new Key(shop.id(), freshness.number(shop.id()), what);
    }

    /** @param number changes with every change of the shop's goods on this node */
    private record Key(ShopId shop, long number, Object what) {
    }

    /** @param next where the next page begins; absent on the last */
    record Found(List<Content> products, @Nullable String next) {
    }
}
