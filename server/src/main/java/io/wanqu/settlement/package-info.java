/** Settles between buyers, shops, platform and rails: terms, bills, payouts, invoices, and the daily check of it all. */
@ApplicationModule(allowedDependencies = {"kernel", "ledger", "shop", "payment", "ordering"})
@NullMarked
package io.wanqu.settlement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
