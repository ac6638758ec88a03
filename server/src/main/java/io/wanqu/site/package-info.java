/** The pages as browsers and crawlers get them: built files, heads and first paints that the server writes, and what search engines ask for. */
@ApplicationModule(allowedDependencies = {"kernel", "shop", "catalog", "catalog :: shelf", "content"})
@NullMarked
package io.wanqu.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
