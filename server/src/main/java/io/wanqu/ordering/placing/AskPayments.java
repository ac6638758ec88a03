package io.wanqu.ordering.placing;

import java.util.LinkedHashMap;
import java.util.Map;

import io.wanqu.kernel.Ids;
import io.wanqu.ordering.placing.PlaceOutcome.Placed;
import io.wanqu.payment.Payment;
import io.wanqu.payment.Payments;
import io.wanqu.payment.Rails;

import org.springframework.stereotype.Component;

/** Asks the buyers of new orders for their money, each through the rail he chose. */
@Component
class AskPayments {

    private final Payments payments;
    private final Rails rails;
    private final Ids ids;

    AskPayments(Payments payments, Rails rails, Ids ids) {
        this.payments = payments;
        this.rails = rails;
        this.ids = ids;
    }

    Map<Draft, Placed> ask(Map<Draft, PlaceAsk> asks) {
        var asked = new LinkedHashMap<Draft, Payment>();
        asks.forEach((draft, ask) -> {
            if (draft.open()) {
                var payee = rails.payee(ask.rail(), draft.shop, draft.channel);
                asked.put(draft, new Payment(draft.shop, ids.next(), draft.order.value(), ask.rail(), payee.payee(), payee.account(),
                        draft.total(), payee.first()));
            }
        });
        payments.add(asked.values().stream().toList());
        var placed = new LinkedHashMap<Draft, Placed>();
        asked.forEach((draft, payment) -> placed.put(draft, new Placed(draft.order, draft.total(), draft.payUntil(), payment.id(),
                rails.instruction(payment), false)));
        return placed;
    }
}
