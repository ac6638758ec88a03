/** Stripe as a rail, through its own library. */
@NullMarked
package io.wanqu.payment.stripe;

import org.jspecify.annotations.NullMarked;
