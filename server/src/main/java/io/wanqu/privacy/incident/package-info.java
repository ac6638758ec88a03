/** Leaks: clocks, whom they touch, what is told, and what is promised. */
@NullMarked
package io.wanqu.privacy.incident;

import org.jspecify.annotations.NullMarked;
