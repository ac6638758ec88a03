/** How a platform's messages travel to sellers, and what may happen to them on the way. */
@NullMarked
package io.wanqu.simulators.wire;

import org.jspecify.annotations.NullMarked;
