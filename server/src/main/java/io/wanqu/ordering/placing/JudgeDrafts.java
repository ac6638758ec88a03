package io.wanqu.ordering.placing;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.wanqu.ordering.row.OrderRow;
import io.wanqu.risk.Decide;
import io.wanqu.risk.RiskAsk;
import io.wanqu.risk.RiskAsk.Act;
import io.wanqu.risk.RiskProblem;
import io.wanqu.risk.Verdict;

import org.springframework.stereotype.Component;

/** Second step of placing: what the rules against abuse make of each order; without a statement. */
@Component
class JudgeDrafts {

    private final Decide decide;

    JudgeDrafts(Decide decide) {
        this.decide = decide;
    }

    void judge(Map<Draft, PlaceAsk> asks) {
        var open = asks.keySet().stream().filter(Draft::open).toList();
        var verdicts = decide.decide(open.stream().map(draft -> ask(draft, asks.get(draft).buyer())).toList());
        for (var i = 0; i < open.size(); i++) {
            follow(open.get(i), verdicts.get(i));
        }
    }

    private static RiskAsk ask(Draft draft, PlaceAsk.Buyer buyer) {
        return new RiskAsk(draft.shop, draft.channel, Act.PLACE, draft.order.value(),
                new RiskAsk.Who(buyer.contact(), buyer.device(), buyer.address(), null, buyer.account()), basket(draft), buyer.proven());
    }

    /**
     * What was bought on marketplaces: may it be handed over now, or is it held for somebody to look at? Where no rule of a channel
     * names a profile nothing is asked; what a marketplace has handed out itself is past deciding.
     */
    void judgeSold(List<Draft> drafts) {
        var asked = drafts.stream()
                .filter(draft -> draft.buyer != null && decide.judgesSales(draft.shop, draft.channel))
                .filter(draft -> draft.lines.stream().allMatch(line -> line.chosen().isEmpty()))
                .toList();
        var verdicts = decide.decide(asked.stream().map(JudgeDrafts::sold).toList());
        for (var i = 0; i < asked.size(); i++) {
            follow(asked.get(i), verdicts.get(i));
        }
    }

    private static RiskAsk sold(Draft draft) {
        var buyer = Objects.requireNonNull(draft.buyer);
        return new RiskAsk(draft.shop, draft.channel, Act.TAKE, draft.order.value(), new RiskAsk.Who(buyer.name(), null, null, null, null),
                basket(draft), false);
    }

    private static RiskAsk.Basket basket(Draft draft) {
        return new RiskAsk.Basket(draft.lines.stream().map(Draft.Line::sku).toList(), draft.lines.stream().mapToInt(Draft.Line::quantity).sum(),
                draft.total().minor());
    }

    private static void follow(Draft draft, Verdict verdict) {
        switch (verdict.outcome()) {
            case ALLOW -> { }
            case CHALLENGE -> draft.refuse(new RiskProblem.ChallengeNeeded(verdict.byCode(), verdict.extraBits()));
            case HOLD -> draft.review = new OrderRow.Review(verdict.reviewHours(), verdict.releases());
            case REFUSE -> draft.refuse(new RiskProblem.Refused());
        }
    }
}
