package io.wanqu.shop;

import org.jspecify.annotations.Nullable;

/** A shop as its buyers see it, with what is known of it. */
record ShopFront(String slug, String name, Shop.State state, String currency, Shop.@Nullable Badge badge) {
}
