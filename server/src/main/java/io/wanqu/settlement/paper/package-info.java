/** Pages to print. */
@NullMarked
package io.wanqu.settlement.paper;

import org.jspecify.annotations.NullMarked;
