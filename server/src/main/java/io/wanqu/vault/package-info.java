/** Keeps card keys secret and hands each one out exactly once. */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package io.wanqu.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
