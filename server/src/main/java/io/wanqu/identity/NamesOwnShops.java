package io.wanqu.identity;

import java.util.Collection;
import java.util.Map;

import io.wanqu.kernel.ShopId;

/** Whoever knows what shops are called; identity knows numbers only. */
public interface NamesOwnShops {

    /** Those that exist. */
    Map<ShopId, ShopName> names(Collection<ShopId> shops);

    /** What a shop is called, and where it is found. */
    record ShopName(String slug, String name) {
    }
}
