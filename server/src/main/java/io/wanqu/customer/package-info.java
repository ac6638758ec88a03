/** One person across channels: what speaks for him, who he is, what is his, and who used his data. */
@ApplicationModule(allowedDependencies = {"kernel", "identity"})
@NullMarked
package io.wanqu.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
