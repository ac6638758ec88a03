package io.wanqu.payment;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;

/**
 * Money to be returned; the reason makes it unique for its payment.
 *
 * @param by who wants it
 */
public record Refund(ShopId shop, long id, long payment, long subject, String rail, Money amount, String reason, String by) {
}
