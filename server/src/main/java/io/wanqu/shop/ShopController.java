package io.wanqu.shop;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A shop as its buyers see it. */
@RestController
class ShopController {

    private final Shops shops;

    ShopController(Shops shops) {
        this.shops = shops;
    }

    @GetMapping("/api/v1/shops/{slug}")
    Response show(@PathVariable String slug) {
        var shop = shops.bySlug(slug);
        return new Response(shop.slug(), shop.name(), shop.state(), shop.currency());
    }

    record Response(String slug, String name, Shop.State state, String currency) {
    }
}
