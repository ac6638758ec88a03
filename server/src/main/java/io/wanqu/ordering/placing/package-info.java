/** How an order comes to be: prices, stock, the order itself, the payment it asks for. */
@NullMarked
package io.wanqu.ordering.placing;

import org.jspecify.annotations.NullMarked;
