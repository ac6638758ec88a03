package io.wanqu.risk.rule;

import java.util.List;
import java.util.Objects;

import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.http.Require;
import io.wanqu.risk.Outcome;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rule fires when all its conditions hold.
 *
 * @param outcome what it asks for; absent for a rule that only adds to the score
 * @param weight  what it adds to the score
 */
@Schema(name = "RiskRule")
public record Rule(@Nullable String name, @Nullable List<Condition> when, @Nullable Outcome outcome, @Nullable Integer weight) {

    private static final int NAME_MAX = 80;
    private static final int CONDITIONS_MAX = 10;
    private static final int WEIGHT_MAX = 1_000;

    boolean fires(Facts facts) {
        return Objects.requireNonNull(when).stream().allMatch(condition -> condition.holds(facts));
    }

    int score() {
        return weight == null ? 0 : weight;
    }

    Rule checked(String field) {
        var conditions = Require.items(field + "/when", when, 1, CONDITIONS_MAX);
        for (var i = 0; i < conditions.size(); i++) {
            conditions.get(i).check(field + "/when/" + i);
        }
        if (outcome == null && weight == null) {
            throw new InvalidValue(field + "/outcome", "allow, challenge, hold or refuse, or a weight");
        }
        return new Rule(Require.text(field + "/name", name, 1, NAME_MAX), conditions, outcome,
                weight == null ? null : Integer.valueOf(Require.between(field + "/weight", weight, -WEIGHT_MAX, WEIGHT_MAX)));
    }

    /**
     * A fact compared with a number, or with names.
     *
     * @param is     {@code <}, {@code <=}, {@code =}, {@code >=} or {@code >} for numbers; {@code in} or {@code not-in} for names
     */
    public record Condition(@Nullable String fact, @Nullable String is, @Nullable Double value, @Nullable List<String> names) {

        private static final int NAMES_MAX = 200;
        private static final String NUMBER_SIGNS = "<, <=, =, >= or >";

        static Condition more(String fact, double value) {
            return new Condition(fact, ">", value, null);
        }

        boolean holds(Facts facts) {
            var known = Objects.requireNonNull(fact);
            return switch (Objects.requireNonNull(is)) {
                case "<" -> facts.number(known) < number();
                case "<=" -> facts.number(known) <= number();
                case "=" -> facts.number(known) == number();
                case ">=" -> facts.number(known) >= number();
                case ">" -> facts.number(known) > number();
                case "in" -> Objects.requireNonNull(names).stream().anyMatch(facts.names(known)::contains);
                default -> Objects.requireNonNull(names).stream().noneMatch(facts.names(known)::contains);
            };
        }

        private double number() {
            return Objects.requireNonNull(value);
        }

        void check(String field) {
            var numeric = fact != null && FactNames.NUMBERS.contains(fact);
            if (!numeric && (fact == null || !FactNames.NAMES.contains(fact))) {
                throw new InvalidValue(field + "/fact", "one of the facts that GET /api/v1/risk/facts names");
            }
            if (numeric) {
                if (is == null || !List.of("<", "<=", "=", ">=", ">").contains(is)) {
                    throw new InvalidValue(field + "/is", NUMBER_SIGNS);
                }
                if (value == null || value.isNaN() || value.isInfinite() || names != null) {
                    throw new InvalidValue(field + "/value", "a number, and no names");
                }
                return;
            }
            if (!"in".equals(is) && !"not-in".equals(is)) {
                throw new InvalidValue(field + "/is", "in or not-in");
            }
            Require.items(field + "/names", names, 1, NAMES_MAX);
            if (value != null) {
                throw new InvalidValue(field + "/value", "names, and no number");
            }
        }
    }
}
