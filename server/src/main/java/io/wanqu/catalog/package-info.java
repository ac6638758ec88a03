/** What a shop offers: products, and under each the SKUs that can be bought. */
@ApplicationModule(allowedDependencies = {"kernel", "shop"})
@NullMarked
package io.wanqu.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
