/** What a buyer asked for and how far it has come. */
@ApplicationModule(allowedDependencies = {"kernel", "shop", "catalog", "pricing", "inventory", "inventory :: waiting", "vault", "payment", "payment :: paying", "fulfilment", "ledger", "risk", "customer"})
@NullMarked
package io.wanqu.ordering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
