package io.wanqu.shop.sharing;

import java.util.Set;

import io.wanqu.customer.SharedShops;
import io.wanqu.kernel.ShopId;

import org.springframework.stereotype.Component;

/** Tells whose customers a shop may see: its own, and those of shops that granted it. */
@Component
class SharedCustomers implements SharedShops {

    private final Shares shares;

    SharedCustomers(Shares shares) {
        this.shares = shares;
    }

    @Override
    public Set<ShopId> seenBy(ShopId shop) {
        var seen = shares.customersSeenBy(shop);
        seen.add(shop);
        return seen;
    }
}
