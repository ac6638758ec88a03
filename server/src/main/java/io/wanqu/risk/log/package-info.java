/** What was decided, why, and how it turned out; and what other rules would have decided. */
@NullMarked
package io.wanqu.risk.log;

import org.jspecify.annotations.NullMarked;
