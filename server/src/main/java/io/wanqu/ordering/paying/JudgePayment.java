package io.wanqu.ordering.paying;

import java.util.List;
import java.util.function.Supplier;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;
import io.wanqu.kernel.http.ClientAddress;
import io.wanqu.kernel.http.Presented;
import io.wanqu.ordering.viewing.OrderView;
import io.wanqu.payment.PaymentProblem;
import io.wanqu.risk.Challenges;
import io.wanqu.risk.Decide;
import io.wanqu.risk.RiskAsk;
import io.wanqu.risk.RiskAsk.Act;
import io.wanqu.risk.RiskProblem;
import io.wanqu.risk.TellOutcome;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the rules against abuse before a provider is troubled, and counts what a provider refuses: cards are tested by paying. */
@Component
class JudgePayment {

    private final Decide decide;
    private final Challenges challenges;
    private final TellOutcome tell;

    JudgePayment(Decide decide, Challenges challenges, TellOutcome tell) {
        this.decide = decide;
        this.challenges = challenges;
        this.tell = tell;
    }

    /** A hold is for orders, whose delivery can wait; a payment that a rule would hold goes on. */
    void judge(OrderView order, ShopId shop, @Nullable String payer, Seen seen) {
        var request = new Challenges.Request(shop, "pay/" + order.number(), "");
        var ask = new RiskAsk(shop, order.channel(), Act.PAY, order.number().value(), new RiskAsk.Who(null, seen.device, seen.address, payer, seen.account),
                new RiskAsk.Basket(skus(order), order.lines().stream().mapToInt(OrderView.Line::quantity).sum(), order.total().minor()),
                challenges.proves(seen.proof, request));
        var verdict = decide.decide(List.of(ask)).getFirst();
        switch (verdict.outcome()) {
            case ALLOW, HOLD -> { }
            case CHALLENGE -> throw challenges.put(new RiskProblem.ChallengeNeeded(false, verdict.extraBits()), request);
            case REFUSE -> throw new RiskProblem.Refused();
        }
    }

    <T> T counting(ShopId shop, OrderId order, Supplier<T> payment) {
        try {
            return payment.get();
        } catch (PaymentProblem.RailRefused refused) {
            tell.paymentFailed(shop, order.value());
            throw refused;
        }
    }

    private static List<SkuId> skus(OrderView order) {
        return order.lines().stream().map(OrderView.Line::sku).toList();
    }

    /** What a request shows beside its content. */
    record Seen(@Nullable String device, String address, @Nullable AccountId account, @Nullable String proof) {

        static Seen of(HttpServletRequest http, ClientAddress addresses) {
            var buyer = Presented.by(http).buyer();
            return new Seen(http.getHeader("Device-Id"), addresses.of(http), buyer == null ? null : buyer.account(), http.getHeader("Risk-Challenge"));
        }
    }
}
