/** Hands over what was sold, of any kind, and opens it for whom it was sold to. */
@ApplicationModule(allowedDependencies = {"kernel", "vault"})
@NullMarked
package io.wanqu.fulfilment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
