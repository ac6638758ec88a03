package io.wanqu.catalog;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

import io.wanqu.kernel.Page;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.shop.Shops;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a shop sells, for everybody. */
@RestController
class ShopProductsController {

    /** Short, because what is left of a SKU changes with every sale. */
    private static final Duration CACHED = Duration.ofSeconds(2);

    private final Shops shops;
    private final Products products;

    ShopProductsController(Shops shops, Products products) {
        this.shops = shops;
        this.products = products;
    }

    @GetMapping("/api/v1/shops/{slug}/products")
    ResponseEntity<Page<Products.Product>> list(@PathVariable String slug, @RequestParam @Nullable String after,
            @RequestParam @Nullable String limit) {
        var ask = PageAsk.of(after, limit);
        return tagged(products.list(shops.bySlug(slug), ask.before(), ask.limit()));
    }

    @GetMapping("/api/v1/shops/{slug}/products/{product}")
    ResponseEntity<Products.Product> show(@PathVariable String slug, @PathVariable long product) {
        return tagged(products.find(shops.bySlug(slug), product));
    }

    /** The tag is a hash of everything shown, so that equal answers are equal on every node. */
    private static <T extends Record> ResponseEntity<T> tagged(T body) {
        var tag = UUID.nameUUIDFromBytes(body.toString().getBytes(StandardCharsets.UTF_8));
        return ResponseEntity.ok()
                .eTag("W/\"" + tag + "\"")
                .cacheControl(CacheControl.maxAge(CACHED).cachePublic())
                .body(body);
    }
}
