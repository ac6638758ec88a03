package io.wanqu.ordering.settling;

import io.wanqu.payment.Notice;
import io.wanqu.payment.SettlesPayments;
import io.wanqu.payment.paying.PaymentQueries;
import io.wanqu.risk.TellOutcome;

import org.springframework.stereotype.Service;

/** Settles what rails tell, and counts payments that failed against whoever tried them. */
@Service
class HearNotices implements SettlesPayments {

    private final SettleOrders settle;
    private final PaymentQueries payments;
    private final TellOutcome tell;

    HearNotices(SettleOrders settle, PaymentQueries payments, TellOutcome tell) {
        this.settle = settle;
        this.payments = payments;
        this.tell = tell;
    }

    @Override
    public Settlement settle(Notice notice) {
        var settlement = settle.settle(notice);
        if (settlement == Settlement.FAILED) {
            payments.subject(notice.shop(), notice.payment()).ifPresent(order -> tell.paymentFailed(notice.shop(), order));
        }
        return settlement;
    }
}
