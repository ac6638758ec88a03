package io.wanqu.shop;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.KernelProblem;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A shop as its buyers see it, and as its staff change it. */
@RestController
class ShopController {

    private final Shops shops;
    private final ChangeShop changeShop;

    ShopController(Shops shops, ChangeShop changeShop) {
        this.shops = shops;
        this.changeShop = changeShop;
    }

    @GetMapping("/api/v1/shops/{slug}")
    Response show(@PathVariable String slug) {
        return Response.of(shops.bySlug(slug));
    }

    @GetMapping("/api/v1/shop")
    OwnResponse own(Caller caller) {
        return OwnResponse.of(shops.byId(caller.must(Caller.Scope.SHOP_READ)));
    }

    @PutMapping("/api/v1/shop")
    OwnResponse change(Caller caller, @RequestBody Request request) {
        var shop = caller.must(Caller.Scope.SHOP_WRITE);
        if (request.name == null) {
            throw new KernelProblem.InvalidValue("/name", "1 to 80 characters");
        }
        return OwnResponse.of(changeShop.rename(shop, request.name));
    }

    @PutMapping("/api/v1/shop/closure")
    OwnResponse close(Caller caller) {
        return OwnResponse.of(changeShop.close(caller.must(Caller.Scope.SHOP_WRITE)));
    }

    @DeleteMapping("/api/v1/shop/closure")
    OwnResponse reopen(Caller caller) {
        return OwnResponse.of(changeShop.reopen(caller.must(Caller.Scope.SHOP_WRITE)));
    }

    record Request(@Nullable String name) {
    }

    record Response(String slug, String name, Shop.State state, String currency) {

        static Response of(Shop shop) {
            return new Response(shop.slug(), shop.name(), shop.state(), shop.currency());
        }
    }

    record OwnResponse(ShopId id, String slug, String name, Shop.State state, String currency, String page) {

        static OwnResponse of(Shop shop) {
            return new OwnResponse(shop.id(), shop.slug(), shop.name(), shop.state(), shop.currency(), shop.page().text());
        }
    }
}
