/** Invoices for the platform's commission, numbered without a gap. */
@NullMarked
package io.wanqu.settlement.invoice;

import org.jspecify.annotations.NullMarked;
