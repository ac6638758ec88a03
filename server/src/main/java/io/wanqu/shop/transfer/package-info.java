/** A shop changes hands: offered by its owner, taken over by somebody else. */
@NullMarked
package io.wanqu.shop.transfer;

import org.jspecify.annotations.NullMarked;
