/** What a piece costs, in which channel, at which quantity and when, and why. */
@ApplicationModule(allowedDependencies = {"kernel", "shop", "catalog", "catalog :: hint"})
@NullMarked
package io.wanqu.pricing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
