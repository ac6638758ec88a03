/** How the modules meet HTTP: problems, limits, safe repeats, and the description of the API. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package io.wanqu.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
