package io.wanqu.payment.paying;

import java.util.List;

import io.wanqu.payment.Notice;
import io.wanqu.payment.Payment;
import io.wanqu.payment.Payments;
import io.wanqu.payment.callback.PaymentAlerts;
import io.wanqu.payment.callback.PaymentAlerts.Trouble;
import io.wanqu.payment.callback.TakeNotices;
import io.wanqu.payment.rail.RailAccount;
import io.wanqu.payment.rail.Seen;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does what an authenticated answer of the provider says, by the same way and after the same comparison as a callback. */
@Component
class FollowSeen {

    private final TakeNotices takeNotices;
    private final Payments payments;
    private final PaymentAlerts alerts;
    private final TransactionTemplate transaction;

    FollowSeen(TakeNotices takeNotices, Payments payments, PaymentAlerts alerts, TransactionTemplate transaction) {
        this.takeNotices = takeNotices;
        this.payments = payments;
        this.alerts = alerts;
        this.transaction = transaction;
    }

    /** True when the payment has ended by it. */
    boolean follow(RailAccount account, Payment payment, Seen seen) {
        return switch (seen.state()) {
            case PENDING, MISSING -> false;
            case PAID -> paid(account, payment, seen);
            case FAILED -> end(payment, Payment.State.FAILED);
            case CLOSED -> end(payment, Payment.State.CLOSED);
        };
    }

    boolean end(Payment payment, Payment.State as) {
        transaction.executeWithoutResult(status -> payments.end(List.of(payment), as));
        return true;
    }

    private boolean paid(RailAccount account, Payment payment, Seen seen) {
        var amount = seen.amount();
        var payee = seen.payee();
        if (amount == null || payee == null) {
            throw new IllegalStateException("rail " + account.rail() + " says paid and not what");
        }
        if (seen.app() != null && !seen.app().equals(account.app())) {
            alerts.raise(account, Trouble.APP, Long.toString(payment.id()), "seen in application " + seen.app());
            return true;
        }
        takeNotices.settle(account, new Notice(payment.rail(), "seen-" + payment.id(), payment.shop(), payment.id(), payee, amount, true));
        return true;
    }
}
