package io.wanqu.settlement;

import io.wanqu.kernel.ShopId;
import io.wanqu.ledger.NamesShops;
import io.wanqu.shop.Shops;

import org.springframework.stereotype.Component;

/** Tells the books which shop goes by a name. */
@Component
class ShopNames implements NamesShops {

    private final Shops shops;

    ShopNames(Shops shops) {
        this.shops = shops;
    }

    @Override
    public ShopId named(String slug) {
        return shops.bySlug(slug).id();
    }
}
