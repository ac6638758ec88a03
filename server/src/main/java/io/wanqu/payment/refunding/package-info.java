/** Sends money back: to the provider, again until it is there, and to a person when the provider will not. */
@NullMarked
package io.wanqu.payment.refunding;

import org.jspecify.annotations.NullMarked;
