/** The shops: who sells, under which name, how it looks, who may hold how many, and what shops of one owner share. */
@ApplicationModule(allowedDependencies = {"kernel", "identity", "identity :: account", "identity :: secret", "identity :: staff", "customer"})
@NullMarked
package io.wanqu.shop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
