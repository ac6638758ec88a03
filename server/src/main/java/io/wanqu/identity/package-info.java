/** Who asks: tokens of shops, what they may do, and their end. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package io.wanqu.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
