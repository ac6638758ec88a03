/** A rail without a bank, for trying out and for proofs. */
@NullMarked
package io.wanqu.payment.sandbox;

import org.jspecify.annotations.NullMarked;
