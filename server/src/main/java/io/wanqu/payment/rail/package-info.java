/** What a payment rail is: the one interface that each provider's package implements, and the words it speaks in. */
@NamedInterface("rail")
@NullMarked
package io.wanqu.payment.rail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
