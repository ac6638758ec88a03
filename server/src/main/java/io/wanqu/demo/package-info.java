/** A shop to try things out in, made on the first start of a demo. */
<<<<<<< HEAD
@ApplicationModule(allowedDependencies = {"kernel", "identity", "identity :: account", "identity :: staff", "shop", "catalog", "pricing", "inventory :: sharing"})
=======
@ApplicationModule(allowedDependencies = {"kernel", "identity", "shop", "catalog", "catalog :: category", "pricing", "inventory :: sharing", "vault :: importing",
        "media", "content"})
>>>>>>> ea7ed87 (demo: a shop that looks like one, with categories, pictures, tiers and stock)
@NullMarked
package io.wanqu.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
