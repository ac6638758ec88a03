/** The shops' accounts at providers: made, their keys replaced, shut. */
@NullMarked
package io.wanqu.payment.account;

import org.jspecify.annotations.NullMarked;
