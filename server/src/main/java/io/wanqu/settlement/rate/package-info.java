/** What an order was worth in the platform's own currency when it was paid. */
@NullMarked
package io.wanqu.settlement.rate;

import org.jspecify.annotations.NullMarked;
