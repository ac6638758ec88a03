package io.wanqu.simulators.alipay;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.alipay.Gateway.Call;
import tools.jackson.databind.node.ObjectNode;

/** Money back to the buyer, whole or in parts; a whole refund closes the trade. */
final class RefundApi {

    private final Provider provider;
    private final Notifier notifier;

    RefundApi(Provider provider, Notifier notifier) {
        this.provider = provider;
        this.notifier = notifier;
    }

    void offer(Gateway gateway) {
        gateway.offer("alipay.trade.refund", this::refund);
        gateway.offer("alipay.trade.fastpay.refund.query", this::query);
    }

    private ObjectNode refund(Call call) {
        var trade = provider.trade(call.app(), call.body());
        var fen = Provider.fen(call.need("refund_amount"));
        synchronized (trade) {
            var number = call.text("out_request_no");
            if (number.isEmpty()) {
                if (fen != trade.asked.totalFen()) {
                    throw Refusal.parameter("out_request_no is needed for a part");
                }
                number = trade.asked.number();
            }
            for (var each : trade.refunds) {
                if (each.number().equals(number)) {
                    if (each.amountFen() != fen) {
                        throw Refusal.otherContents();
                    }
                    return answer(trade, "N");
                }
            }
            take(trade, call, number, fen);
            return answer(trade, "Y");
        }
    }

    private void take(Trade trade, Call call, String number, long fen) {
        if (!trade.state.equals(Trade.SUCCESS)) {
            throw Refusal.status();
        }
        if (fen < 1 || trade.refundedFen() + fen > trade.asked.totalFen()) {
            throw Refusal.tooMuchBack();
        }
        trade.pullBack(call.body().path("refund_royalty_parameters"));
        if (provider.balanceLow() || trade.refundedFen() + fen > trade.asked.totalFen() - trade.sharedFen()) {
            throw Refusal.poor();
        }
        var refund = new Trade.Refund(number, fen, call.text("refund_reason"), provider.now());
        trade.refunds.add(refund);
        if (trade.refundedFen() == trade.asked.totalFen()) {
            trade.close(provider.now());
        }
        notifier.tell(trade, refund);
    }

    private static ObjectNode answer(Trade trade, String fundChange) {
        return Json.object()
            .put("trade_no", trade.id)
            .put("out_trade_no", trade.asked.number())
            .put("buyer_logon_id", "159****5620")
            .put("fund_change", fundChange)
            .put("refund_fee", Provider.yuan(trade.refundedFen()));
    }

    /** An unknown number is answered without a status: not received, or failed. */
    private ObjectNode query(Call call) {
        var trade = provider.trade(call.app(), call.body());
        var number = call.need("out_request_no");
        synchronized (trade) {
            for (var each : trade.refunds) {
                if (each.number().equals(number)) {
                    return Json.object()
                        .put("trade_no", trade.id)
                        .put("out_trade_no", trade.asked.number())
                        .put("out_request_no", number)
                        .put("total_amount", Provider.yuan(trade.asked.totalFen()))
                        .put("refund_amount", Provider.yuan(each.amountFen()))
                        .put("refund_status", "REFUND_SUCCESS");
                }
            }
        }
        return Json.object();
    }
}
