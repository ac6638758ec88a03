package io.wanqu.shop;

import org.jspecify.annotations.Nullable;

/** A shop as its buyers see it, with what is known of it. */
public record ShopFront(String slug, String name, Shop.State state, String currency, Shop.@Nullable Badge badge) {

    public static ShopFront of(Shop shop, Shop.@Nullable Badge badge) {
        return new ShopFront(shop.slug(), shop.name(), shop.state(), shop.currency(), badge);
    }
}
