/** Counts stock: one pool sold through many channels, never more than there is. */
@ApplicationModule(allowedDependencies = {"kernel", "vault", "shop", "catalog", "catalog :: hint"})
@NullMarked
package io.wanqu.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
