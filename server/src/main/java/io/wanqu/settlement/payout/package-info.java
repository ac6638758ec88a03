/** Brings what a shop has earned to its own account, once, and keeps its deposit. */
@NamedInterface("payout")
@NullMarked
package io.wanqu.settlement.payout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
