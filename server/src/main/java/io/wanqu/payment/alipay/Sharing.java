package io.wanqu.payment.alipay;

import java.util.List;
import java.util.stream.Collectors;

import com.alipay.api.domain.AlipayTradeOrderSettleModel;
import com.alipay.api.domain.AlipayTradeOrderSettleQueryModel;
import com.alipay.api.domain.AlipayTradeRoyaltyRelationBindModel;
import com.alipay.api.domain.AlipayTradeRoyaltyRelationUnbindModel;
import com.alipay.api.domain.OpenApiRoyaltyDetailInfoPojo;
import com.alipay.api.domain.RoyaltyDetail;
import com.alipay.api.domain.RoyaltyEntity;
import com.alipay.api.domain.SettleExtendParams;
import com.alipay.api.request.AlipayTradeOrderSettleQueryRequest;
import com.alipay.api.request.AlipayTradeOrderSettleRequest;
import com.alipay.api.request.AlipayTradeRoyaltyRelationBindRequest;
import com.alipay.api.request.AlipayTradeRoyaltyRelationUnbindRequest;

import io.wanqu.payment.rail.RailException;
import io.wanqu.payment.rail.SplitRail.Part;
import io.wanqu.payment.rail.SplitRail.Receiver;
import io.wanqu.payment.rail.SplitRail.SplitAsked;
import io.wanqu.payment.rail.SplitRail.Splitting;

/** Frozen money given to receivers, and released. */
final class Sharing {

    private static final int PARTS_MAX = 5;
    private static final int NUMBER_MAX = 32;

    private final Client client;
    private final Paying paying;

    Sharing(Client client, Paying paying) {
        this.client = client;
        this.paying = paying;
    }

    void bind(Receiver receiver) {
        var model = new AlipayTradeRoyaltyRelationBindModel();
        model.setOutRequestNo(number("bind", receiver));
        model.setReceiverList(List.of(entity(receiver)));
        var request = new AlipayTradeRoyaltyRelationBindRequest();
        request.setBizModel(model);
        client.call(request);
    }

    void unbind(Receiver receiver) {
        var model = new AlipayTradeRoyaltyRelationUnbindModel();
        model.setOutRequestNo(number("unbind", receiver));
        model.setReceiverList(List.of(entity(receiver)));
        var request = new AlipayTradeRoyaltyRelationUnbindRequest();
        request.setBizModel(model);
        client.call(request);
    }

    Splitting split(SplitAsked asked) {
        if (asked.parts().size() > PARTS_MAX) {
            throw RailException.refused("too-many-parts", "at most " + PARTS_MAX + " receivers at once");
        }
        var model = new AlipayTradeOrderSettleModel();
        model.setOutRequestNo(asked.number());
        model.setTradeNo(paying.transactionOf(asked.payment()));
        model.setRoyaltyMode("sync");
        model.setRoyaltyParameters(asked.parts().stream().map(this::royalty).toList());
        if (asked.last()) {
            model.setExtendParams(finish());
        }
        return settle(model);
    }

    /** A finish without parts; that the provider takes it so is from memory [M]. */
    Splitting unfreeze(SplitAsked rest) {
        var model = new AlipayTradeOrderSettleModel();
        model.setOutRequestNo(rest.number());
        model.setTradeNo(paying.transactionOf(rest.payment()));
        model.setExtendParams(finish());
        return settle(model);
    }

    private Splitting settle(AlipayTradeOrderSettleModel model) {
        var request = new AlipayTradeOrderSettleRequest();
        request.setBizModel(model);
        return new Splitting(Splitting.State.DONE, client.call(request).getSettleNo(), null);
    }

    Splitting state(SplitAsked asked) {
        var model = new AlipayTradeOrderSettleQueryModel();
        model.setOutRequestNo(asked.number());
        model.setTradeNo(paying.transactionOf(asked.payment()));
        var request = new AlipayTradeOrderSettleQueryRequest();
        request.setBizModel(model);
        var answer = client.ask(request);
        if (Paying.NO_TRADE.equals(answer.getSubCode())) {
            return new Splitting(Splitting.State.MISSING, null, null);
        }
        if (!answer.isSuccess()) {
            throw Client.refusal(answer);
        }
        List<RoyaltyDetail> details = answer.getRoyaltyDetailList() == null ? List.of() : answer.getRoyaltyDetailList();
        var failed = details.stream().filter(each -> "FAIL".equals(each.getState()))
                .map(each -> String.valueOf(each.getErrorCode())).collect(Collectors.joining(", "));
        if (!failed.isEmpty()) {
            return new Splitting(Splitting.State.FAILED, asked.number(), failed);
        }
        var done = details.stream().allMatch(each -> "SUCCESS".equals(each.getState()));
        return new Splitting(done ? Splitting.State.DONE : Splitting.State.PROCESSING, asked.number(), null);
    }

    private OpenApiRoyaltyDetailInfoPojo royalty(Part part) {
        var royalty = new OpenApiRoyaltyDetailInfoPojo();
        royalty.setRoyaltyType("transfer");
        royalty.setTransOut(client.account.payee());
        royalty.setTransOutType("userId");
        royalty.setTransIn(part.receiver().id());
        royalty.setTransInType(part.receiver().kind());
        royalty.setAmount(Yuan.text(part.amount()));
        royalty.setDesc(part.description());
        return royalty;
    }

    private static SettleExtendParams finish() {
        var extend = new SettleExtendParams();
        extend.setRoyaltyFinish("true");
        return extend;
    }

    private static RoyaltyEntity entity(Receiver receiver) {
        var entity = new RoyaltyEntity();
        entity.setType(receiver.kind());
        entity.setAccount(receiver.id());
        entity.setName(receiver.name());
        entity.setMemo(receiver.relation());
        return entity;
    }

    /** The same receiver asked for again is the same request. */
    private static String number(String verb, Receiver receiver) {
        var number = verb + Integer.toHexString(receiver.hashCode());
        return number.length() <= NUMBER_MAX ? number : number.substring(0, NUMBER_MAX);
    }
}
