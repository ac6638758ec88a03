/** Joins a shop to its marketplaces: orders come in, card keys and stock go out, and a channel's faults stay in the channel. */
@ApplicationModule(allowedDependencies = {"kernel", "shop", "catalog", "pricing", "inventory", "inventory :: sharing", "vault", "fulfilment", "payment", "risk", "ordering", "customer"})
@NullMarked
package io.wanqu.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
