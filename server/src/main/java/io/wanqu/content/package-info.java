/** What a shop's first page shows beside its goods: blocks in the merchant's order, announcement, contact, links, footer. */
@ApplicationModule(allowedDependencies = {"kernel", "shop", "catalog", "catalog :: shelf", "media"})
@NullMarked
package io.wanqu.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
