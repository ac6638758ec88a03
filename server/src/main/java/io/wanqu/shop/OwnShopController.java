package io.wanqu.shop;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.Require;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A shop as its staff see and change it. */
@RestController
class OwnShopController {

    private final Shops shops;
    private final ChangeShop changeShop;

    OwnShopController(Shops shops, ChangeShop changeShop) {
        this.shops = shops;
        this.changeShop = changeShop;
    }

    @GetMapping("/api/v1/shop")
    Response show(Caller caller) {
        return Response.of(shops.byId(caller.must(Scope.SHOP_READ)));
    }

    @PutMapping("/api/v1/shop")
    Response change(Caller caller, @RequestBody Request request) {
        var shop = caller.must(Scope.SHOP_WRITE);
        return Response.of(changeShop.rename(shop, Require.present("/name", request.name, "a text of 1 to 80 characters")));
    }

    /** The old address goes on leading to the shop. */
    @PutMapping("/api/v1/shop/slug")
    Response readdress(Caller caller, @RequestBody SlugRequest request) {
        var shop = caller.must(Scope.SHOP_WRITE);
        return Response.of(changeShop.readdress(shop, Require.present("/slug", request.slug, "2 to 40 small letters and digits, parted by single hyphens")));
    }

    @PutMapping("/api/v1/shop/closure")
    Response close(Caller caller) {
        return Response.of(changeShop.close(caller.must(Scope.SHOP_WRITE)));
    }

    @DeleteMapping("/api/v1/shop/closure")
    Response reopen(Caller caller) {
        return Response.of(changeShop.reopen(caller.must(Scope.SHOP_WRITE)));
    }

    record Request(@Nullable String name) {
    }

    record SlugRequest(@Nullable String slug) {
    }

    /** @param page the channel that stands for the shop's own page */
    record Response(ShopId id, String slug, String name, Shop.State state, String currency, ChannelId page) {

        static Response of(Shop shop) {
            return new Response(shop.id(), shop.slug(), shop.name(), shop.state(), shop.currency(), shop.page());
        }
    }
}
