package io.wanqu.payment.refunding;

import java.util.List;

import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.EventLog;
import io.wanqu.ledger.Account;
import io.wanqu.ledger.GiveBack;
import io.wanqu.payment.RefundGivenUp;
import io.wanqu.payment.RefundSucceeded;
import io.wanqu.payment.callback.PaymentAlerts;
import io.wanqu.payment.callback.PaymentAlerts.Trouble;
import io.wanqu.payment.rail.RailAccount;
import io.wanqu.payment.rail.Sent;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends refunds as their providers say, each once: money booked, or a person called. */
@Service
public class EndRefunds {

    private final DueRefunds refunds;
    private final GiveBack giveBack;
    private final EventLog events;
    private final PaymentAlerts alerts;
    private final TransactionTemplate transaction;

    EndRefunds(DueRefunds refunds, GiveBack giveBack, EventLog events, PaymentAlerts alerts, TransactionTemplate transaction) {
        this.refunds = refunds;
        this.giveBack = giveBack;
        this.events = events;
        this.alerts = alerts;
        this.transaction = transaction;
    }

    /** The refund of this number, as a provider writes it; null when there is none. */
    public @Nullable OpenRefund find(ShopId shop, String number) {
        try {
            return refunds.find(shop, Long.parseLong(number)).orElse(null);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    public void end(RailAccount account, OpenRefund refund, Sent sent) {
        switch (sent.state()) {
            case SUCCEEDED -> succeeded(refund, sent.transaction());
            case PROCESSING, MISSING -> refunds.processing(refund, sent.transaction());
            case FAILED -> {
                if (refunds.failed(refund, sent.transaction(), sent.why())) {
                    alerts.raise(account, Trouble.REFUND_FAILED, Long.toString(refund.id()),
                            refund.amount() + " of payment " + refund.payment() + ": " + sent.why());
                }
            }
        }
    }

    private void succeeded(OpenRefund refund, @Nullable String number) {
        var now = transaction.execute(status -> {
            if (!refunds.succeeded(refund, number)) {
                return false;
            }
            giveBack.giveBack(List.of(new GiveBack.Returned(refund.shop(), "payment.refunded/" + refund.id(), refund.subject(),
                    Account.receivable(refund.rail()), refund.amount())));
            events.append(List.of(new RefundSucceeded(refund.shop(), refund.id(), refund.payment(), refund.subject(),
                    refund.amount(), refund.reason())));
            return true;
        });
        if (now) {
            alerts.settle(refund.shop(), Trouble.REFUND_FAILED, Long.toString(refund.id()));
        }
    }

    /** A person gave it up; false when it has not failed. */
    boolean giveUp(OpenRefund refund) {
        var now = transaction.execute(status -> {
            if (!refunds.abandoned(refund)) {
                return false;
            }
            events.append(List.of(new RefundGivenUp(refund.shop(), refund.id(), refund.payment(), refund.subject(),
                    refund.amount(), refund.reason())));
            return true;
        });
        if (now) {
            alerts.settle(refund.shop(), Trouble.REFUND_FAILED, Long.toString(refund.id()));
        }
        return now;
    }
}
