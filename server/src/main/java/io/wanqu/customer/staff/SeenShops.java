package io.wanqu.customer.staff;

import java.util.Set;

import io.wanqu.customer.SharedShops;
import io.wanqu.kernel.ShopId;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks those who keep grants between shops; where nobody does, a shop sees its own customers. */
@Component
class SeenShops {

    private final ObjectProvider<SharedShops> grants;

    SeenShops(ObjectProvider<SharedShops> grants) {
        this.grants = grants;
    }

    Set<ShopId> seenBy(ShopId shop) {
        var kept = grants.getIfAvailable();
        return kept == null ? Set.of(shop) : kept.seenBy(shop);
    }
}
