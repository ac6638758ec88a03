/** Keeps pictures: taken in with suspicion, drawn anew in a few sizes, and served by what they show. */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package io.wanqu.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
