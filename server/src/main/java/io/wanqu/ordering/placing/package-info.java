/** How an order comes to be: prices, stock, the order itself, the payment it asks for. */
@NamedInterface("placing")
@NullMarked
package io.wanqu.ordering.placing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
