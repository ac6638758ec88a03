package io.wanqu.payment;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.ledger.Account;

/**
 * Money to be returned; the reason makes it unique for its payment.
 *
 * @param takenFrom whose money it is now: frozen for the buyer, or the shop's own already
 * @param by        who wants it
 */
public record Refund(ShopId shop, long id, long payment, long subject, String rail, Money amount, String reason, Account takenFrom,
        String by) {
}
