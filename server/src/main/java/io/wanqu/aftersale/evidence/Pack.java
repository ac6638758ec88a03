package io.wanqu.aftersale.evidence;

import java.time.Instant;
import java.util.List;

import io.wanqu.aftersale.dispute.CaseRow;
import io.wanqu.aftersale.dispute.Messages.Message;
import io.wanqu.ordering.viewing.OrderView;
import io.wanqu.payment.Refunds;
import io.wanqu.vault.delivered.DeliveredUnit;
import io.wanqu.vault.delivered.DeliveryFacts.Look;

/**
 * All that is known of a case, with times and without secrets.
 *
 * @param buyer the ends of the address that the buyer left
 */
record Pack(Instant madeAt, CaseRow about, String buyer, OrderView order, List<Paid> payments, List<Refunds.View> refunds,
        List<DeliveredUnit> delivered, List<Look> looks, List<Message> messages) {

    record Paid(String payment, String rail, String state, String amount) {
    }
}
