/** Keeps stored value for buyers: wallets that pay, gift cards that fill them, and the limits that hold for both. */
@ApplicationModule(allowedDependencies = {"kernel", "ledger", "shop", "payment", "payment :: rail", "payment :: paying"})
@NullMarked
package io.wanqu.wallet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
