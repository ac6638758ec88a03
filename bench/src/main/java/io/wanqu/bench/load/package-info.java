/** Loops that make load, and clocks that see what it costs. */
@NullMarked
package io.wanqu.bench.load;

import org.jspecify.annotations.NullMarked;
