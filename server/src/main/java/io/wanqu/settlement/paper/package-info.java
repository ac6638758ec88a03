/** Pages to print. */
@NamedInterface("paper")
@NullMarked
package io.wanqu.settlement.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
