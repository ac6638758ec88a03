/** The shop's own channels: widgets, tills, showcases and bots beside its page, and vouchers redeemed at the till. */
@ApplicationModule(allowedDependencies = {"kernel", "shop", "catalog", "catalog :: shelf", "pricing", "inventory", "vault", "vault :: delivered", "payment", "fulfilment", "customer", "ordering",
    "ordering :: placing", "ordering :: viewing"})
@NullMarked
package io.wanqu.storefront;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
