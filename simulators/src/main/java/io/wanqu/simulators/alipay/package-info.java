/** Alipay as a merchant's software sees it: one gateway, a cashier for buyers, notifications, and what may go wrong with them. */
@NullMarked
package io.wanqu.simulators.alipay;

import org.jspecify.annotations.NullMarked;
