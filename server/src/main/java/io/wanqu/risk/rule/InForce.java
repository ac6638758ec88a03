package io.wanqu.risk.rule;

import java.util.ArrayList;
import java.util.List;

import io.wanqu.risk.Outcome;
import io.wanqu.risk.RiskAsk;

/**
 * What holds for a shop's profile now: the platform's rules and then the shop's own, which may add and may let through, but
 * not take away.
 *
 * @param versions of the platform's and of the shop's rules, nought for what is built in or absent
 */
public record InForce(RuleSet platform, RuleSet own, String versions) {

    /** Which rules fire, and what comes of it; a challenge that was passed is behind him. */
    public Judgement judge(Facts facts) {
        var fired = new ArrayList<String>();
        var outcome = Outcome.ALLOW;
        var score = 0;
        var letThrough = false;
        for (var set : List.of(platform, own)) {
            for (var rule : set.all()) {
                if (rule.fires(facts)) {
                    fired.add(String.valueOf(rule.name()));
                    score += rule.score();
                    letThrough |= rule.outcome() == Outcome.ALLOW;
                    outcome = rule.outcome() == null ? outcome : outcome.stricter(rule.outcome());
                }
            }
        }
        for (var set : List.of(platform, own)) {
            outcome = set.scores() == null ? outcome : outcome.stricter(set.scores().of(score));
        }
        if (letThrough || outcome == Outcome.CHALLENGE && facts.number(FactNames.PROVEN) > 0) {
            outcome = Outcome.ALLOW;
        }
        return new Judgement(taken(facts, outcome), score, fired);
    }

    /** A marketplace has sold already: nobody can be asked or turned away any more, only looked at before codes are handed over. */
    private static Outcome taken(Facts facts, Outcome outcome) {
        return outcome != Outcome.ALLOW && facts.names(FactNames.ACT).contains(RiskAsk.Act.TAKE.text()) ? Outcome.HOLD : outcome;
    }

    public boolean byCode() {
        return "code".equals(own.proof() != null ? own.proof() : platform.proof());
    }

    public int reviewHours() {
        var review = own.review() != null ? own.review() : platform.review();
        return review == null || review.hours() == null ? 24 : review.hours();
    }

    public boolean releases() {
        var review = own.review() != null ? own.review() : platform.review();
        return review == null || !"refund".equals(review.then());
    }

    /** @param fired the names of the rules, in their order */
    public record Judgement(Outcome outcome, int score, List<String> fired) {
    }
}
