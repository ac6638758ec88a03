package io.wanqu.ledger;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;

/**
 * An amount that changes hands.
 *
 * @param source   what caused it, for example {@code order.paid}; with {@code sourceId} and the accounts it is booked once
 * @param debit    the account that receives
 * @param credit   the account that gives
 */
public record Transfer(ShopId shop, String source, long sourceId, Account debit, Account credit, Money amount) {
}
