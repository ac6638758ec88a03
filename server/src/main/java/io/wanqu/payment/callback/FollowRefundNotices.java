package io.wanqu.payment.callback;

import io.wanqu.payment.callback.PaymentAlerts.Trouble;
import io.wanqu.payment.rail.RailAccount;
import io.wanqu.payment.rail.RailNotice;
import io.wanqu.payment.rail.RailNotice.What;
import io.wanqu.payment.rail.Sent;
import io.wanqu.payment.refunding.EndRefunds;

import org.springframework.stereotype.Component;

/** Ends refunds when the provider tells how they ended. */
@Component
class FollowRefundNotices {

    private final EndRefunds endRefunds;
    private final PaymentAlerts alerts;

    FollowRefundNotices(EndRefunds endRefunds, PaymentAlerts alerts) {
        this.endRefunds = endRefunds;
        this.alerts = alerts;
    }

    /** False when it does not fit what was asked for. */
    boolean follow(RailAccount account, RailNotice notice) {
        var number = notice.refund() == null ? "" : notice.refund();
        var refund = endRefunds.find(account.key().shop(), number);
        if (refund == null || !refund.rail().equals(account.rail())) {
            alerts.raise(account, Trouble.UNKNOWN_PAYMENT, number, "told of a refund that was never asked for");
            return false;
        }
        if (!refund.payee().equals(notice.payee()) || !refund.amount().equals(notice.amount())) {
            alerts.raise(account, refund.payee().equals(notice.payee()) ? Trouble.AMOUNT : Trouble.PAYEE, number,
                    "told a refund of " + notice.amount() + " by " + notice.payee() + ", asked " + refund.amount());
            return false;
        }
        endRefunds.end(account, refund, notice.what() == What.REFUND_SUCCEEDED
                ? Sent.succeeded(notice.transaction()) : Sent.failed(notice.transaction(), "the provider told that it failed"));
        return true;
    }
}
