/** What the people who run a shop look at: the audit. */
@ApplicationModule(allowedDependencies = {"kernel", "shop", "ordering"})
@NullMarked
package io.wanqu.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
