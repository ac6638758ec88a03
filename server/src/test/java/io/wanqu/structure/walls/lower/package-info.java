/** May use nothing, and does. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.wanqu.structure.walls.lower;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
