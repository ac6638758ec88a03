package io.wanqu.simulators.wechatpay;

import io.wanqu.simulators.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One order of a merchant; every change is made while holding its monitor. */
final class Trade {

    /** How buyers pay, as interfaces and answers name it. */
    enum Kind {
        NATIVE, JSAPI, MWEB, APP
    }

    /** What was asked for; the same number may be asked for again only with the same contents. */
    record Asked(Kind kind, String app, String number, long totalFen, String description, String notifyUrl, String attach,
            boolean sharing, String openid) {
    }

    static final String NOT_PAID = "NOTPAY";
    static final String SUCCESS = "SUCCESS";
    static final String REFUNDED = "REFUND";
    static final String CLOSED = "CLOSED";
    static final String FAILED = "PAYERROR";

    final Merchant merchant;
    final Asked asked;
    final String prepay;
    final Instant createdAt;
    final @Nullable Instant expiresAt;
    final List<Refund> refunds = new ArrayList<>();
    final List<Split> splits = new ArrayList<>();
    final List<Split.Return> returns = new ArrayList<>();
    /** Drawn when the order is made, and shown when it is paid. */
    final String transaction;
    String state = NOT_PAID;
    @Nullable Instant paidAt;
    boolean released;

    Trade(Merchant merchant, Asked asked, String number, Instant createdAt, @Nullable Instant expiresAt) {
        this.merchant = merchant;
        this.asked = asked;
        this.prepay = "wx2421b1c4370ec" + number;
        this.transaction = "42000012342024010100000" + number;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    boolean paid() {
        return state.equals(SUCCESS) || state.equals(REFUNDED);
    }

    /** An order past its time is closed the next time somebody looks. */
    void age(Instant now) {
        if (state.equals(NOT_PAID) && expiresAt != null && now.isAfter(expiresAt)) {
            state = CLOSED;
        }
    }

    /** Money that went to receivers and was not returned. */
    long sharedFen() {
        return splits.stream().mapToLong(Split::sharedFen).sum() - returns.stream().mapToLong(Split.Return::amountFen).sum();
    }

    long refundedFen() {
        return refunds.stream().filter(Refund::counts).mapToLong(each -> each.amountFen).sum();
    }

    long unsplitFen() {
        return asked.sharing() && !released && paid() ? asked.totalFen() - sharedFen() - refundedFen() : 0;
    }

    ObjectNode json() {
        var node = Json.object()
            .put("mchid", merchant.mchid())
            .put("appid", asked.app())
            .put("out_trade_no", asked.number())
            .put("trade_state", state)
            .put("trade_state_desc", state);
        if (!asked.attach().isEmpty()) {
            node.put("attach", asked.attach());
        }
        var amount = node.putObject("amount").put("total", asked.totalFen()).put("currency", "CNY");
        if (paidAt != null) {
            node.put("transaction_id", transaction)
                .put("trade_type", asked.kind().name())
                .put("bank_type", "OTHERS")
                .put("success_time", Provider.beijing(paidAt));
            node.putObject("payer").put("openid", asked.openid().isEmpty() ? "oSimulated" + asked.number() : asked.openid());
            amount.put("payer_total", asked.totalFen()).put("payer_currency", "CNY");
        }
        return node;
    }
}
