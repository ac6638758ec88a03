/** The log-in of two platforms' mini programs, as their servers answer it. */
@NullMarked
package io.wanqu.simulators.mini;

import org.jspecify.annotations.NullMarked;
