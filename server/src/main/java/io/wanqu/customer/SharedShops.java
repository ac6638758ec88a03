package io.wanqu.customer;

import java.util.Set;

import io.wanqu.kernel.ShopId;

/** Whose customers a shop may see beside its own: those of shops of the same account that granted it. */
public interface SharedShops {

    /** Always with the shop itself. */
    Set<ShopId> seenBy(ShopId shop);
}
