/** Brings what a shop has earned to its own account, once, and keeps its deposit. */
@NullMarked
package io.wanqu.settlement.payout;

import org.jspecify.annotations.NullMarked;
