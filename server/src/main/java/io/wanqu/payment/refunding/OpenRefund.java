package io.wanqu.payment.refunding;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;

/**
 * A refund, and the payment it belongs to.
 *
 * @param processing  whether the provider has taken it in
 * @param paid        what was paid in all
 * @param account     the shop's account at the rail; 0 where the rail needs none
 * @param transaction the provider's number of the payment
 */
public record OpenRefund(ShopId shop, long id, long payment, long subject, String rail, Money amount, String reason,
        boolean processing, Money paid, String payee, long account, @Nullable String transaction) {
}
