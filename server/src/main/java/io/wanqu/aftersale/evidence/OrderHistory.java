package io.wanqu.aftersale.evidence;

import java.util.List;

import io.wanqu.payment.Refunds;
import io.wanqu.vault.delivered.DeliveredUnit;
import io.wanqu.vault.delivered.DeliveryFacts.Look;

/**
 * What happened to an order, with times and without secrets.
 *
 * @param buyer the ends of the address that the buyer left
 */
record OrderHistory(String buyer, List<Pack.Paid> payments, List<Refunds.View> refunds, List<DeliveredUnit> delivered, List<Look> looks) {
}
