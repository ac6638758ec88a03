package io.wanqu.shop;

import java.net.URI;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A shop as its buyers see it. */
@RestController
class ShopController {

    private final Shops shops;
    private final Shop.Badges badges;

    ShopController(Shops shops, Shop.Badges badges) {
        this.badges = badges;
        this.shops = shops;
    }

    @GetMapping("/api/v1/shops/{slug}")
    ResponseEntity<ShopFront> show(@PathVariable String slug) {
        var shop = shops.bySlug(slug);
        return shop.slug().equals(slug) ? ResponseEntity.ok(front(shop))
                : ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT).location(URI.create("/api/v1/shops/" + shop.slug())).body(front(shop));
    }

    private ShopFront front(Shop shop) {
        return ShopFront.of(shop, badges.of(shop.id()));
    }
}
