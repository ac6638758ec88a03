package io.wanqu.content;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Require;
import io.wanqu.shop.Shops;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The first page of a shop: written by its staff, read by everybody in one answer. */
@RestController
class HomeController {

    private static final Duration CACHED = Duration.ofSeconds(2);

    private final Shops shops;
    private final ComposeHome composeHome;
    private final WriteHome writeHome;
    private final Homes homes;
    private final ShopScope scope;

    HomeController(Shops shops, ComposeHome composeHome, WriteHome writeHome, Homes homes, ShopScope scope) {
        this.shops = shops;
        this.composeHome = composeHome;
        this.writeHome = writeHome;
        this.homes = homes;
        this.scope = scope;
    }

    @GetMapping("/api/v1/shops/{slug}/home")
    ResponseEntity<HomePage> show(@PathVariable String slug) {
        var page = composeHome.compose(shops.bySlug(slug));
        var tag = UUID.nameUUIDFromBytes(page.toString().getBytes(StandardCharsets.UTF_8));
        return ResponseEntity.ok().eTag("W/\"" + tag + "\"").cacheControl(CacheControl.maxAge(CACHED).cachePublic()).body(page);
    }

    /** As it was written; version 0 where it never was. */
    @GetMapping("/api/v1/shop/home")
    Response own(Caller caller) {
        var shop = caller.must(Scope.SHOP_READ);
        return scope.in(shop, () -> homes.find(shop)).map(Response::of).orElse(new Response(0, Home.EMPTY));
    }

    /** All of it at once. */
    @PutMapping("/api/v1/shop/home")
    Response write(Caller caller, @RequestBody Request request) {
        var shop = caller.must(Scope.SHOP_WRITE);
        writeHome.write(shop, Require.present("/home", request.home, "what the page shows"),
                Require.between("/version", request.version, 0L, Long.MAX_VALUE), caller.name());
        return own(caller);
    }

    /** From then on the page is made from the catalog. */
    @DeleteMapping("/api/v1/shop/home")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear(Caller caller) {
        writeHome.clear(caller.must(Scope.SHOP_WRITE));
    }

    /** @param version the one that was read before */
    record Request(@Nullable Long version, @Nullable Home home) {
    }

    record Response(long version, Home home) {

        static Response of(Homes.Written written) {
            return new Response(written.version(), written.home());
        }
    }
}
