package io.wanqu.identity.staff;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.ShopId;

/** Whoever keeps tokens ends those of somebody who goes, in the transaction that removes him. */
public interface EndsTokens {

    /** Those that he issued himself. */
    void of(ShopId shop, AccountId account);

    void ofShop(ShopId shop);
}
