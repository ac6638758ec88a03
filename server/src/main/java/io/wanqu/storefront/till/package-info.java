/** Selling over the counter from the same stock, for cash or by a rail. */
@NullMarked
package io.wanqu.storefront.till;

import org.jspecify.annotations.NullMarked;
