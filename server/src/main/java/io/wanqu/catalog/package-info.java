/** What a shop offers: products with their pages, categories, and under each product the SKUs that can be bought. */
@ApplicationModule(allowedDependencies = {"kernel", "shop", "media"})
@NullMarked
package io.wanqu.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
