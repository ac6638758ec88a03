package io.wanqu.payment.wechatpay;

import com.wechat.pay.java.service.refund.RefundService;
import com.wechat.pay.java.service.refund.model.AmountReq;
import com.wechat.pay.java.service.refund.model.CreateRequest;
import com.wechat.pay.java.service.refund.model.QueryByOutRefundNoRequest;
import com.wechat.pay.java.service.refund.model.Refund;
import com.wechat.pay.java.service.refund.model.Status;

import io.wanqu.payment.rail.RailException;
import io.wanqu.payment.rail.RefundAsked;
import io.wanqu.payment.rail.Sent;

import org.jspecify.annotations.Nullable;

/** Money sent back, and how far it has come. */
final class Refunding {

    private static final int REASON_MAX = 80;

    private final RefundService refunds;

    Refunding(Client client) {
        this.refunds = new RefundService.Builder().httpClient(client.http).build();
    }

    Sent refund(RefundAsked asked) {
        var amount = new AmountReq();
        amount.setRefund(asked.amount().minor());
        amount.setTotal(asked.payment().amount().minor());
        amount.setCurrency(asked.amount().currency().getCurrencyCode());
        var request = new CreateRequest();
        request.setOutTradeNo(asked.payment().payment());
        request.setOutRefundNo(asked.number());
        request.setReason(asked.reason().length() <= REASON_MAX ? asked.reason() : asked.reason().substring(0, REASON_MAX));
        request.setNotifyUrl(asked.notifyUrl().toString());
        request.setAmount(amount);
        return Calls.call(() -> sent(refunds.create(request)));
    }

    Sent state(RefundAsked asked) {
        var request = new QueryByOutRefundNoRequest();
        request.setOutRefundNo(asked.number());
        try {
            return Calls.call(() -> sent(refunds.queryByOutRefundNo(request)));
        } catch (RailException e) {
            if (Calls.isMissing(e)) {
                return new Sent(Sent.State.MISSING, null, null);
            }
            throw e;
        }
    }

    private static Sent sent(Refund refund) {
        return sent(refund.getStatus(), refund.getRefundId());
    }

    static Sent sent(@Nullable Status status, @Nullable String transaction) {
        if (status == null) {
            throw RailException.unclear("unknown-state", "the provider names a state that is not known here");
        }
        return switch (status) {
            case SUCCESS -> Sent.succeeded(transaction);
            case PROCESSING -> Sent.processing(transaction);
            case CLOSED -> Sent.failed(transaction, "CLOSED: the provider closed the refund");
            case ABNORMAL -> Sent.failed(transaction, "ABNORMAL: the buyer's account did not take the money; give it in the merchant's console");
        };
    }
}
