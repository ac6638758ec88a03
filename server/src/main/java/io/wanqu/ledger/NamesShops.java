package io.wanqu.ledger;

import io.wanqu.kernel.ShopId;

/** Whoever knows which shop goes by a name; the books know numbers only. */
public interface NamesShops {

    /** Refuses a name that no shop has. */
    ShopId named(String slug);
}
