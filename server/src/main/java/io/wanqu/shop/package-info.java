/** The shops: who sells, under which name, and whether the door is open. */
@ApplicationModule(allowedDependencies = {"kernel", "identity"})
@NullMarked
package io.wanqu.shop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
