/** What providers tell us: verified, compared, followed once; and what a person must look at. */
@NullMarked
package io.wanqu.payment.callback;

import org.jspecify.annotations.NullMarked;
