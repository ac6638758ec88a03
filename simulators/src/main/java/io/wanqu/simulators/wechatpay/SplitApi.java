package io.wanqu.simulators.wechatpay;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.wechatpay.Gateway.Call;
import io.wanqu.simulators.wechatpay.Gateway.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sharing the money of an order that was frozen for it, releasing the rest, taking shares back. */
final class SplitApi {

    /** Share of an order that may go to others unless the contract says otherwise, in percent [M]. */
    static final int CEILING_PERCENT = 30;

    private static final int REQUESTS_MAX = 50;
    private static final int RECEIVERS_MAX = 50;
    private static final Set<String> TYPES = Set.of("MERCHANT_ID", "PERSONAL_OPENID", "PERSONAL_SUB_OPENID");
    private static final Set<String> RELATIONS = Set.of("SERVICE_PROVIDER", "STORE", "STAFF", "STORE_OWNER", "PARTNER", "HEADQUARTER",
        "BRAND", "DISTRIBUTOR", "USER", "SUPPLIER", "CUSTOM");

    private final Provider provider;

    SplitApi(Provider provider) {
        this.provider = provider;
    }

    void offer(Gateway gateway) {
        gateway.offer("POST", "/v3/profitsharing/receivers/add", this::add);
        gateway.offer("POST", "/v3/profitsharing/receivers/delete", this::delete);
        gateway.offer("POST", "/v3/profitsharing/orders", this::split);
        gateway.offer("POST", "/v3/profitsharing/orders/unfreeze", this::unfreeze);
        gateway.offer("GET", "/v3/profitsharing/orders/*", this::query);
        gateway.offer("POST", "/v3/profitsharing/return-orders", this::giveBack);
        gateway.offer("GET", "/v3/profitsharing/return-orders/*", this::queryReturn);
        gateway.offer("GET", "/v3/profitsharing/transactions/*/amounts", this::amounts);
    }

    private Reply add(Call call) {
        call.merchant().mustOwn(call.need("appid"));
        if (!TYPES.contains(call.need("type")) || !RELATIONS.contains(call.need("relation_type"))) {
            throw Refusal.parameter("type or relation_type is none of the known");
        }
        if (call.text("relation_type").equals("CUSTOM") && call.text("custom_relation").isEmpty()) {
            throw Refusal.parameter("custom_relation is missing");
        }
        call.merchant().receivers().put(call.need("account"), call.text("type"));
        return Reply.ok(Json.object()
            .put("type", call.text("type"))
            .put("account", call.text("account"))
            .put("relation_type", call.text("relation_type")));
    }

    private Reply delete(Call call) {
        call.merchant().receivers().remove(call.need("account"));
        return Reply.ok(Json.object().put("type", call.need("type")).put("account", call.text("account")));
    }

    private Reply split(Call call) {
        call.merchant().mustOwn(call.need("appid"));
        var trade = frozen(call);
        var number = call.need("out_order_no");
        synchronized (trade) {
            var known = find(trade, number);
            if (known != null) {
                return Reply.ok(known.json());
            }
            var parts = parts(call);
            var sum = parts.stream().mapToLong(Split.Part::amountFen).sum();
            if (trade.released || trade.splits.size() >= REQUESTS_MAX) {
                throw Refusal.rule("sharing of this order has ended");
            }
            if (sum > trade.unsplitFen()) {
                throw Refusal.notEnough("more than is left to share");
            }
            if (sum + trade.sharedFen() > trade.asked.totalFen() * CEILING_PERCENT / 100) {
                throw Refusal.rule("more than " + CEILING_PERCENT + " percent of the order");
            }
            return Reply.ok(begun(trade, number, parts, call.body().path("unfreeze_unsplit").asBoolean(false)).json());
        }
    }

    private Split begun(Trade trade, String number, List<Split.Part> parts, boolean release) {
        var split = new Split(trade, number, provider.next("3008450740201411110007820"), parts, provider.now());
        trade.splits.add(split);
        trade.released |= release;
        return split;
    }

    private List<Split.Part> parts(Call call) {
        var receivers = call.body().path("receivers");
        if (receivers.isEmpty() || receivers.size() > RECEIVERS_MAX) {
            throw Refusal.parameter("receivers has 1 to " + RECEIVERS_MAX + " entries");
        }
        var parts = new ArrayList<Split.Part>();
        for (var each : receivers) {
            var account = each.path("account").asString("");
            var bound = call.merchant().receivers().containsKey(account);
            if (each.path("amount").asLong(0) <= 0 || each.path("description").asString("").isEmpty()) {
                throw Refusal.parameter("receivers[].amount and description are needed");
            }
            parts.add(new Split.Part(each.path("type").asString(""), account, each.path("amount").asLong(0),
                each.path("description").asString(""), bound ? "PENDING" : "CLOSED", bound ? "" : "NO_RELATION", provider.next("36011111111111111111111")));
        }
        return parts;
    }

    private Reply unfreeze(Call call) {
        var trade = frozen(call);
        var number = call.need("out_order_no");
        call.need("description");
        synchronized (trade) {
            var known = find(trade, number);
            if (known != null) {
                return Reply.ok(known.json());
            }
            if (trade.released) {
                throw Refusal.rule("sharing of this order has ended");
            }
            return Reply.ok(begun(trade, number, List.of(new Split.Part("MERCHANT_ID", call.merchant().mchid(), 0,
                call.text("description"), "PENDING", "", provider.next("36011111111111111111111"))), true).json());
        }
    }

    /** A share is made in the moment somebody looks, unless it is held. */
    private Reply query(Call call) {
        var trade = provider.byTransaction(call.merchant(), call.request().parameter("transaction_id"));
        synchronized (trade) {
            var split = find(trade, call.parts().getFirst());
            if (split == null) {
                throw Refusal.noResource();
            }
            if (!provider.holding()) {
                split.finish();
            }
            return Reply.ok(split.json());
        }
    }

    private Reply giveBack(Call call) {
        var number = call.need("out_return_no");
        var fen = call.body().path("amount").asLong(0);
        var split = byOrder(call);
        synchronized (split.trade) {
            for (var each : split.trade.returns) {
                if (each.number().equals(number)) {
                    if (each.amountFen() != fen) {
                        throw Refusal.request("out_return_no was used with another amount");
                    }
                    return Reply.ok(each.json());
                }
            }
            if (!provider.holding()) {
                split.finish();
            }
            var account = call.need("return_mchid");
            var returned = split.trade.returns.stream()
                .filter(each -> each.split() == split && each.account().equals(account))
                .mapToLong(Split.Return::amountFen).sum();
            if (fen <= 0 || fen > split.sharedFen(account) - returned) {
                throw Refusal.notEnough("more than this receiver got");
            }
            var given = new Split.Return(split, number, provider.next("3008450740201411110007820"), account, fen,
                call.need("description"), provider.now());
            split.trade.returns.add(given);
            return Reply.ok(given.json());
        }
    }

    private Reply queryReturn(Call call) {
        for (var trade : provider.trades()) {
            synchronized (trade) {
                for (var each : trade.returns) {
                    if (trade.merchant.mchid().equals(call.merchant().mchid()) && each.number().equals(call.parts().getFirst())
                        && each.split().number.equals(call.request().parameter("out_order_no"))) {
                        return Reply.ok(each.json());
                    }
                }
            }
        }
        throw Refusal.noResource();
    }

    private Reply amounts(Call call) {
        var trade = provider.byTransaction(call.merchant(), call.parts().getFirst());
        synchronized (trade) {
            return Reply.ok(Json.object().put("transaction_id", trade.transaction).put("unsplit_amount", trade.unsplitFen()));
        }
    }

    private Trade frozen(Call call) {
        var trade = provider.byTransaction(call.merchant(), call.need("transaction_id"));
        synchronized (trade) {
            if (!trade.asked.sharing()) {
                throw Refusal.notAllowed("the order was not made for sharing");
            }
            if (trade.paidAt == null || trade.paidAt.plus(provider.shareAfter()).isAfter(provider.now())) {
                throw Refusal.notEnough("the order is not ready to be shared");
            }
        }
        return trade;
    }

    private Split byOrder(Call call) {
        for (var trade : provider.trades()) {
            synchronized (trade) {
                for (var split : trade.splits) {
                    if (trade.merchant.mchid().equals(call.merchant().mchid())
                        && (split.number.equals(call.text("out_order_no")) || split.id.equals(call.text("order_id")))) {
                        return split;
                    }
                }
            }
        }
        throw Refusal.noResource();
    }

    private static @Nullable Split find(Trade trade, String number) {
        return trade.splits.stream().filter(each -> each.number.equals(number)).findFirst().orElse(null);
    }
}
