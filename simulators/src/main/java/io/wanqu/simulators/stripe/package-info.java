/** Stripe as its merchants' software sees it: payment intents, refunds, disputes and webhooks. */
@NullMarked
package io.wanqu.simulators.stripe;

import org.jspecify.annotations.NullMarked;
