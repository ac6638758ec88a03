/** A shop to try things out in, made on the first start of a demo. */
@ApplicationModule(allowedDependencies = {"kernel", "identity", "identity :: account", "identity :: staff", "shop", "catalog", "catalog :: category", "pricing",
        "inventory :: sharing", "vault :: importing", "media", "content"})
@NullMarked
package io.wanqu.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
