package io.wanqu.shop;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import io.wanqu.identity.NamesOwnShops;
import io.wanqu.kernel.ShopId;

import org.springframework.stereotype.Component;

/** Tells the people of a shop what it is called. */
@Component
class NamesForStaff implements NamesOwnShops {

    private final Shops shops;

    NamesForStaff(Shops shops) {
        this.shops = shops;
    }

    @Override
    public Map<ShopId, ShopName> names(Collection<ShopId> wanted) {
        return shops.byIds(wanted).values().stream()
                .collect(Collectors.toMap(Shop::id, shop -> new ShopName(shop.slug(), shop.name())));
    }
}
