package io.wanqu.shop;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A shop as its buyers see it. */
@RestController
class ShopController {

    private final Shops shops;
    private final BadgeOfShops badges;

    ShopController(Shops shops, BadgeOfShops badges) {
        this.badges = badges;
        this.shops = shops;
    }

    @GetMapping("/api/v1/shops/{slug}")
    Response show(@PathVariable String slug) {
        var shop = shops.bySlug(slug);
        return new Response(shop.slug(), shop.name(), shop.state(), shop.currency(), badges.of(shop.id()));
    }

    record Response(String slug, String name, Shop.State state, String currency, BadgeOfShops.@Nullable Badge badge) {
    }
}
