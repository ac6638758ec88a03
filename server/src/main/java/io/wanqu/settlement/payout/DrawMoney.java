package io.wanqu.settlement.payout;

import java.util.List;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.ledger.Account;
import io.wanqu.ledger.Post;
import io.wanqu.ledger.Transfer;
import io.wanqu.settlement.SettlementProblem.NotEnough;
import io.wanqu.settlement.SettlementProblem.PayoutDecided;
import io.wanqu.settlement.SettlementProblem.UnknownPayout;
import io.wanqu.settlement.SettlementProblem.UnknownReceiver;
import io.wanqu.settlement.payout.Payouts.Payout;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what a shop may draw out of its hand when it asks for it, so that nobody can ask for the same money again. */
@Service
class DrawMoney {

    private final Payouts payouts;
    private final Receivers receivers;
    private final ShopMoney money;
    private final GuardPath guard;
    private final Post post;
    private final Ids ids;
    private final ShopScope scope;

    DrawMoney(Payouts payouts, Receivers receivers, ShopMoney money, GuardPath guard, Post post, ShopDesk desk) {
        this.payouts = payouts;
        this.receivers = receivers;
        this.money = money;
        this.guard = guard;
        this.post = post;
        this.ids = desk.ids();
        this.scope = desk.scope();
    }

    Payout request(ShopId shop, long receiverId, Money amount, String by) {
        var receiver = scope.in(shop, () -> receivers.find(shop, receiverId)).orElseThrow(() -> new UnknownReceiver(Long.toString(receiverId)));
        guard.mustAllow(receiver.rail(), amount);
        var sums = scope.in(shop, () -> money.look(shop, amount.currency()));
        guard.mustAllowShare(receiver.rail(), sums);
        return scope.in(shop, () -> {
            var now = money.lock(shop, amount.currency());
            mustHave("available", amount.minor(), now.drawable());
            mustHave("held by " + receiver.rail(), amount.minor(), now.heldBy(receiver.rail()));
            var id = ids.next();
            payouts.add(shop, id, receiver, amount, by);
            post.post(List.of(new Transfer(shop, "payout.requested", id, Account.AVAILABLE, Account.PAYOUT_TRANSIT, amount)));
            return payouts.find(shop, id).orElseThrow();
        });
    }

    @Transactional
    Payout approve(ShopId shop, long id, String by) {
        var payout = find(shop, id);
        guard.mustAllow(payout.receiver().rail(), payout.amount());
        return decide(payout, "approved", by, null);
    }

    @Transactional
    Payout reject(ShopId shop, long id, String by, String reason) {
        var rejected = decide(find(shop, id), "rejected", by, reason);
        giveBack(rejected);
        return rejected;
    }

    /** Money that did not get out is the shop's again. */
    void giveBack(Payout payout) {
        post.post(List.of(new Transfer(payout.shop(), "payout.returned", payout.id(), Account.PAYOUT_TRANSIT, Account.AVAILABLE, payout.amount())));
    }

    private Payout decide(Payout payout, String as, String by, @Nullable String reason) {
        if (!payouts.decide(payout, as, by, reason)) {
            throw new PayoutDecided(find(payout.shop(), payout.id()).state());
        }
        return find(payout.shop(), payout.id());
    }

    private Payout find(ShopId shop, long id) {
        return payouts.find(shop, id).orElseThrow(() -> new UnknownPayout(Long.toString(id)));
    }

    private static void mustHave(String account, long wanted, long there) {
        if (there < wanted) {
            throw new NotEnough(account, wanted, Math.max(0, there));
        }
    }
}
