package io.wanqu.risk.rule;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.http.Require;
import io.wanqu.risk.Outcome;

import org.jspecify.annotations.Nullable;

/**
 * The rules of a profile.
 *
 * @param scores from which sum of weights on an order is challenged, held or refused
 * @param proof  work or code: how a challenge is answered; work where absent
 * @param review what becomes of held orders; a day, then released, where absent
 */
public record RuleSet(@Nullable List<Rule> rules, @Nullable Scores scores, @Nullable String proof, @Nullable AfterHold review) {

    static final RuleSet EMPTY = new RuleSet(List.of(), null, null, null);

    private static final int RULES_MAX = 100;
    private static final int HOURS_MAX = 24 * 14;

    List<Rule> all() {
        return rules == null ? List.of() : rules;
    }

    RuleSet checked() {
        var given = Require.items("/rules", rules, 0, RULES_MAX);
        var names = new HashSet<String>();
        var checked = IntStream.range(0, given.size()).mapToObj(i -> {
            var rule = given.get(i).checked("/rules/" + i);
            if (!names.add(String.valueOf(rule.name()))) {
                throw new InvalidValue("/rules/" + i + "/name", "a name that no other rule has");
            }
            return rule;
        }).toList();
        if (proof != null && !proof.equals("work") && !proof.equals("code")) {
            throw new InvalidValue("/proof", "work or code");
        }
        if (review != null) {
            Require.between("/review/hours", review.hours, 1, HOURS_MAX);
            if (!"release".equals(review.then) && !"refund".equals(review.then)) {
                throw new InvalidValue("/review/then", "release or refund");
            }
        }
        return new RuleSet(checked, scores, proof, review);
    }

    /** From which score on; what is absent is never reached. */
    public record Scores(@Nullable Integer challenge, @Nullable Integer hold, @Nullable Integer refuse) {

        Outcome of(int score) {
            return refuse != null && score >= refuse ? Outcome.REFUSE
                    : hold != null && score >= hold ? Outcome.HOLD
                    : challenge != null && score >= challenge ? Outcome.CHALLENGE : Outcome.ALLOW;
        }
    }

    /** @param then release or refund: what happens when nobody has looked by then */
    public record AfterHold(@Nullable Integer hours, @Nullable String then) {
    }
}
