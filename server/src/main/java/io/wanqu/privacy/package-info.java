/** What people can ask of their data, how long it is kept, and what happens when it leaks. */
@ApplicationModule(allowedDependencies = {"kernel", "customer"})
@NullMarked
package io.wanqu.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
