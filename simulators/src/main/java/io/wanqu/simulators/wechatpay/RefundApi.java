package io.wanqu.simulators.wechatpay;

import io.wanqu.simulators.wechatpay.Gateway.Call;
import io.wanqu.simulators.wechatpay.Gateway.Reply;

/** Money back to the buyer, whole or in parts; the merchant's refund number makes a request one and the same. */
final class RefundApi {

    /** Parts of one order [M]. */
    private static final int REFUNDS_MAX = 50;

    private final Provider provider;
    private final Callbacks callbacks;

    RefundApi(Provider provider, Callbacks callbacks) {
        this.provider = provider;
        this.callbacks = callbacks;
    }

    void offer(Gateway gateway) {
        gateway.offer("POST", "/v3/refund/domestic/refunds", this::create);
        gateway.offer("GET", "/v3/refund/domestic/refunds/*", this::query);
    }

    private Reply create(Call call) {
        var trade = trade(call);
        var number = call.need("out_refund_no");
        var amount = call.body().path("amount");
        var fen = amount.path("refund").asLong(0);
        if (fen <= 0 || !amount.path("currency").asString("").equals("CNY")) {
            throw Refusal.parameter("amount.refund is a positive number of fen, amount.currency is CNY");
        }
        synchronized (trade) {
            for (var each : trade.refunds) {
                if (each.number.equals(number)) {
                    if (each.amountFen != fen) {
                        throw Refusal.request("out_refund_no was used with another amount");
                    }
                    return Reply.ok(each.json("status"));
                }
            }
            var refund = accepted(trade, call, number, fen);
            var answer = refund.json("status");
            if (!provider.holding()) {
                callbacks.refunded(refund, Refund.SUCCESS);
            }
            return Reply.ok(answer);
        }
    }

    private Refund accepted(Trade trade, Call call, String number, long fen) {
        if (!trade.paid()) {
            throw Refusal.request("the order is not paid");
        }
        if (call.body().path("amount").path("total").asLong(0) != trade.asked.totalFen()) {
            throw Refusal.parameter("amount.total is not what was paid");
        }
        if (trade.refunds.size() >= REFUNDS_MAX) {
            throw Refusal.rule("too many refunds of one order");
        }
        if (trade.refundedFen() + fen > trade.asked.totalFen()) {
            throw Refusal.request("refunds exceed what was paid");
        }
        if (trade.refundedFen() + fen > trade.asked.totalFen() - trade.sharedFen()) {
            throw Refusal.notEnough("shares must be returned first");
        }
        var notify = call.text("notify_url");
        var refund = new Refund(trade, number, provider.next("50000000382019052709732"), fen,
            notify.isEmpty() ? "" : PayApi.address(notify), provider.now());
        trade.refunds.add(refund);
        return refund;
    }

    private Trade trade(Call call) {
        try {
            return call.text("transaction_id").isEmpty() ? provider.trade(call.merchant(), call.need("out_trade_no"))
                : provider.byTransaction(call.merchant(), call.text("transaction_id"));
        } catch (Refusal refusal) {
            throw refusal.code().equals("ORDER_NOT_EXIST") ? Refusal.noResource() : refusal;
        }
    }

    private Reply query(Call call) {
        for (var trade : provider.trades()) {
            synchronized (trade) {
                for (var refund : trade.refunds) {
                    if (trade.merchant.mchid().equals(call.merchant().mchid()) && refund.number.equals(call.parts().getFirst())) {
                        return Reply.ok(refund.json("status"));
                    }
                }
            }
        }
        throw Refusal.noResource();
    }
}
