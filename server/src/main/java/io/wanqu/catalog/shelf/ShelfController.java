package io.wanqu.catalog.shelf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.wanqu.catalog.hint.ChoiceHint;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.SkuId;
import io.wanqu.kernel.http.Require;
import io.wanqu.shop.Shops;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a shop sells, for everybody. */
@RestController
class ShelfController {

    /** Short, because what is left of a SKU changes with every sale. */
    private static final Duration CACHED = Duration.ofSeconds(2);
    private static final int QUERY_MAX = 60;
    private static final long MINOR_MAX = 1_000_000_000_000L;

    private final Shops shops;
    private final Shelf shelf;

    ShelfController(Shops shops, Shelf shelf) {
        this.shops = shops;
        this.shelf = shelf;
    }

    @GetMapping("/api/v1/shops/{slug}/products")
    ResponseEntity<Page<Card>> list(@PathVariable String slug, @ParameterObject Wanted wanted, @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit) {
        return tagged(shelf.list(shops.bySlug(slug), wanted.ask(after, limit)));
    }

    /** All that the page of a product shows. */
    @GetMapping("/api/v1/shops/{slug}/products/{product}")
    ResponseEntity<ProductPage> show(@PathVariable String slug, @PathVariable long product) {
        return tagged(shelf.find(shops.bySlug(slug), product));
    }

    /** The cards of a SKU that a buyer may pick from. */
    @GetMapping("/api/v1/shops/{slug}/skus/{sku}/choices")
    Page<ChoiceHint.Choice> choices(@PathVariable String slug, @PathVariable SkuId sku, @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit) {
        return shelf.choices(shops.bySlug(slug), sku, after == null ? 0 : Id.parse("after", after), ListAsk.limit(limit));
    }

    /** The tree, in the merchant's order, with how many products there are in each. */
    @GetMapping("/api/v1/shops/{slug}/categories")
    ResponseEntity<Tree> categories(@PathVariable String slug) {
        return tagged(new Tree(shelf.categories(shops.bySlug(slug))));
    }

    /** What somebody may mean who has typed so far. */
    @GetMapping("/api/v1/shops/{slug}/suggestions")
    Suggestions suggestions(@PathVariable String slug, @RequestParam String query) {
        return new Suggestions(shelf.suggest(shops.bySlug(slug), Require.text("query", query, 0, QUERY_MAX)));
    }

    /** The tag is a hash of everything shown, so that equal answers are equal on every node. */
    private static <T extends Record> ResponseEntity<T> tagged(T body) {
        var tag = UUID.nameUUIDFromBytes(body.toString().getBytes(StandardCharsets.UTF_8));
        return ResponseEntity.ok()
                .eTag("W/\"" + tag + "\"")
                .cacheControl(CacheControl.maxAge(CACHED).cachePublic())
                .body(body);
    }

    /**
     * Filters and order of a list.
     *
     * @param category the slug of a category; products below it belong to it
     * @param sort     recommended, newest, price, price-down or sales
     */
    record Wanted(@Nullable String category, @Nullable String query, @Nullable Boolean inStock, @Nullable Long minMinor, @Nullable Long maxMinor,
            @Nullable String sort) {

        ListAsk ask(@Nullable String after, @Nullable Integer limit) {
            return new ListAsk(category, query == null ? null : Require.text("query", query, 0, QUERY_MAX), Boolean.TRUE.equals(inStock),
                    minMinor == null ? null : Require.between("minMinor", minMinor, 0L, MINOR_MAX),
                    maxMinor == null ? null : Require.between("maxMinor", maxMinor, 0L, MINOR_MAX),
                    ListAsk.Sort.of(sort), ListAsk.Place.parse(after), ListAsk.limit(limit));
        }
    }

    record Tree(List<CategoryNode> items) {
    }

    record Suggestions(List<String> items) {
    }
}
