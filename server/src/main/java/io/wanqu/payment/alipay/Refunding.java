package io.wanqu.payment.alipay;

import com.alipay.api.domain.AlipayTradeFastpayRefundQueryModel;
import com.alipay.api.domain.AlipayTradeRefundModel;
import com.alipay.api.domain.OpenApiRoyaltyDetailInfoPojo;
import com.alipay.api.request.AlipayTradeFastpayRefundQueryRequest;
import com.alipay.api.request.AlipayTradeRefundRequest;

import io.wanqu.payment.rail.RefundAsked;
import io.wanqu.payment.rail.Sent;

/** Money sent back. The answer to the request says at once whether money moved; a repeat says that none moved again. */
final class Refunding {

    private static final String SUCCESS = "REFUND_SUCCESS";
    private static final int REASON_MAX = 256;

    private final Client client;

    Refunding(Client client) {
        this.client = client;
    }

    Sent refund(RefundAsked asked) {
        var model = new AlipayTradeRefundModel();
        model.setOutTradeNo(asked.payment().payment());
        model.setRefundAmount(Yuan.text(asked.amount()));
        model.setOutRequestNo(asked.number());
        model.setRefundReason(asked.reason().length() <= REASON_MAX ? asked.reason() : asked.reason().substring(0, REASON_MAX));
        if (!asked.shares().isEmpty()) {
            model.setRefundRoyaltyParameters(asked.shares().stream().map(this::back).toList());
        }
        var request = new AlipayTradeRefundRequest();
        request.setBizModel(model);
        var answer = client.call(request);
        return "Y".equals(answer.getFundChange()) ? Sent.succeeded(asked.number()) : state(asked);
    }

    private OpenApiRoyaltyDetailInfoPojo back(RefundAsked.Share share) {
        var royalty = new OpenApiRoyaltyDetailInfoPojo();
        royalty.setRoyaltyType("transfer");
        royalty.setTransOut(share.receiver());
        royalty.setTransOutType("userId");
        royalty.setTransIn(client.account.payee());
        royalty.setTransInType("userId");
        royalty.setAmount(Yuan.text(share.amount()));
        return royalty;
    }

    /** No status in the answer means that the request never came, or failed: the same number may be used again. */
    Sent state(RefundAsked asked) {
        var model = new AlipayTradeFastpayRefundQueryModel();
        model.setOutTradeNo(asked.payment().payment());
        model.setOutRequestNo(asked.number());
        var request = new AlipayTradeFastpayRefundQueryRequest();
        request.setBizModel(model);
        var answer = client.ask(request);
        if (Paying.NO_TRADE.equals(answer.getSubCode())) {
            return new Sent(Sent.State.MISSING, null, null);
        }
        if (!answer.isSuccess()) {
            throw Client.refusal(answer);
        }
        return SUCCESS.equals(answer.getRefundStatus()) ? Sent.succeeded(asked.number()) : new Sent(Sent.State.MISSING, null, null);
    }
}
