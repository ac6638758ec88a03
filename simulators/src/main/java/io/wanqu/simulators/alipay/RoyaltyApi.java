package io.wanqu.simulators.alipay;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.alipay.Gateway.Call;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Sharing a trade's money with receivers that were made known before, and releasing what is left. */
final class RoyaltyApi {

    private static final int BOUND_MAX = 20;
    private static final int RECEIVERS_MAX = 5;

    private final Provider provider;

    RoyaltyApi(Provider provider) {
        this.provider = provider;
    }

    void offer(Gateway gateway) {
        gateway.offer("alipay.trade.royalty.relation.bind", this::bind);
        gateway.offer("alipay.trade.royalty.relation.unbind", this::unbind);
        gateway.offer("alipay.trade.order.settle", this::settle);
        gateway.offer("alipay.trade.order.settle.query", this::query);
        gateway.offer("alipay.trade.settle.confirm", this::confirm);
    }

    private ObjectNode bind(Call call) {
        call.need("out_request_no");
        var receivers = call.body().path("receiver_list");
        if (receivers.isEmpty() || receivers.size() > BOUND_MAX) {
            throw Refusal.parameter("receiver_list has 1 to " + BOUND_MAX + " entries");
        }
        for (var each : receivers) {
            if (!each.path("type").asString("").matches("userId|loginName|openId") || each.path("account").asString("").isEmpty()) {
                throw Refusal.parameter("type and account of a receiver");
            }
        }
        receivers.forEach(each -> call.app().receivers().add(each.path("account").asString("")));
        return Json.object().put("result_code", "SUCCESS");
    }

    private ObjectNode unbind(Call call) {
        call.need("out_request_no");
        call.body().path("receiver_list").forEach(each -> call.app().receivers().remove(each.path("account").asString("")));
        return Json.object().put("result_code", "SUCCESS");
    }

    private ObjectNode settle(Call call) {
        var number = call.need("out_request_no");
        var trade = provider.trade(call.app(), Json.object().put("trade_no", call.need("trade_no")));
        synchronized (trade) {
            for (var each : trade.settlements) {
                if (each.number().equals(number)) {
                    return settled(trade, each);
                }
            }
            if (trade.paidAt == null || trade.released || trade.paidAt.plus(provider.shareAfter()).isAfter(provider.now())) {
                throw Refusal.settle("the trade is not ready to be shared");
            }
            var parts = parts(call);
            var sum = parts.values().stream().mapToLong(Long::longValue).sum();
            if (sum > trade.asked.totalFen() - trade.sharedFen() - trade.refundedFen()) {
                throw Refusal.settle("more than is left to share");
            }
            parts.forEach((account, fen) -> trade.shares.merge(account, fen, Long::sum));
            trade.released = call.body().path("extend_params").path("royalty_finish").asString("").equals("true");
            var settlement = new Trade.Settlement(number, provider.next("20240101002530020070"), parts, provider.now());
            trade.settlements.add(settlement);
            return settled(trade, settlement);
        }
    }

    private Map<String, Long> parts(Call call) {
        var royalties = call.body().path("royalty_parameters");
        if (royalties.size() > RECEIVERS_MAX) {
            throw Refusal.parameter("at most " + RECEIVERS_MAX + " receivers at once");
        }
        if (royalties.isEmpty() && !call.body().path("extend_params").path("royalty_finish").asString("").equals("true")) {
            throw Refusal.parameter("royalty_parameters are missing");
        }
        var parts = new LinkedHashMap<String, Long>();
        for (var each : royalties) {
            var account = each.path("trans_in").asString("");
            if (!call.app().receivers().contains(account)) {
                throw Refusal.settle("the receiver is not bound");
            }
            parts.merge(account, Provider.fen(each.path("amount").asString("")), Long::sum);
        }
        return parts;
    }

    private static ObjectNode settled(Trade trade, Trade.Settlement settlement) {
        return Json.object().put("trade_no", trade.id).put("settle_no", settlement.id());
    }

    private ObjectNode query(Call call) {
        for (var trade : provider.trades()) {
            synchronized (trade) {
                for (var each : trade.settlements) {
                    if (trade.app.id().equals(call.app().id()) && (each.id().equals(call.text("settle_no"))
                        || each.number().equals(call.text("out_request_no")) && trade.id.equals(call.text("trade_no")))) {
                        return details(each);
                    }
                }
            }
        }
        throw Refusal.noTrade();
    }

    private ObjectNode details(Trade.Settlement settlement) {
        var node = Json.object()
            .put("out_request_no", settlement.number())
            .put("operation_dt", provider.time(settlement.at()));
        var list = node.putArray("royalty_detail_list");
        settlement.parts().forEach((account, fen) -> list.addObject()
            .put("operation_type", "transfer")
            .put("trans_in", account)
            .put("trans_in_type", "userId")
            .put("amount", Provider.yuan(fen))
            .put("state", "SUCCESS")
            .put("detail_id", settlement.id() + account.hashCode()));
        return node;
    }

    /** The money that was kept back goes to the seller. */
    private ObjectNode confirm(Call call) {
        var number = call.need("out_request_no");
        var trade = provider.trade(call.app(), Json.object().put("trade_no", call.need("trade_no")));
        synchronized (trade) {
            if (trade.paidAt == null) {
                throw Refusal.status();
            }
            trade.released = true;
            return Json.object().put("trade_no", trade.id).put("out_request_no", number)
                .put("settle_amount", Provider.yuan(trade.asked.totalFen() - trade.sharedFen() - trade.refundedFen()));
        }
    }
}
