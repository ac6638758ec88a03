package io.wanqu.risk.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;

import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.risk.Outcome;
import io.wanqu.risk.rule.Rule.Condition;
import io.wanqu.risk.rule.RuleSet.Scores;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InForceTest {

    @ParameterizedTest
    @CsvSource({"<, 4, false", "<, 6, true", "<=, 5, true", "=, 5, true", "=, 4, false", ">=, 5, true", ">=, 6, false", ">, 5, false", ">, 4, true"})
    void compares_a_number(String is, double value, boolean fires) {
        var rule = new Rule("r", List.of(new Condition("person.orders.1h", is, value, null)), Outcome.REFUSE, null);

        assertThat(judge(new Facts().number("person.orders.1h", 5), rule).outcome()).isEqualTo(fires ? Outcome.REFUSE : Outcome.ALLOW);
    }

    @Test
    void what_is_not_known_is_nought() {
        assertThat(judge(new Facts(), rule("r", Outcome.HOLD, new Condition("payer.failed.1h", "=", 0.0, null))).outcome()).isEqualTo(Outcome.HOLD);
    }

    @Test
    void looks_for_names() {
        var facts = new Facts().names("order.sku", List.of("7", "8"));

        assertThat(judge(facts, rule("r", Outcome.HOLD, new Condition("order.sku", "in", null, List.of("8", "9")))).outcome()).isEqualTo(Outcome.HOLD);
        assertThat(judge(facts, rule("r", Outcome.HOLD, new Condition("order.sku", "not-in", null, List.of("8")))).outcome()).isEqualTo(Outcome.ALLOW);
    }

    @Test
    void all_conditions_have_to_hold_and_the_strictest_rule_wins() {
        var facts = new Facts().number("hour", 3).number("order.totalMinor", 100);
        var both = rule("both", Outcome.REFUSE, Condition.more("hour", 2), Condition.more("order.totalMinor", 200));
        var mild = rule("mild", Outcome.CHALLENGE, Condition.more("hour", 2));
        var strict = rule("strict", Outcome.HOLD, Condition.more("order.totalMinor", 50));

        var judgement = judge(facts, both, strict, mild);

        assertThat(judgement.outcome()).isEqualTo(Outcome.HOLD);
        assertThat(judgement.fired()).containsExactly("strict", "mild");
    }

    @Test
    void weights_add_up_to_an_outcome() {
        var set = new RuleSet(List.of(new Rule("a", List.of(Condition.more("hour", 1)), null, 30), new Rule("b", List.of(Condition.more("hour", 2)), null, 30)),
                new Scores(20, 50, 90), null, null);

        var judgement = new InForce(RuleSet.EMPTY, set, "").judge(new Facts().number("hour", 3));

        assertThat(judgement).isEqualTo(new InForce.Judgement(Outcome.HOLD, 60, List.of("a", "b")));
    }

    @Test
    void a_challenge_that_was_passed_is_behind_him_but_nothing_stricter_is() {
        var challenge = rule("c", Outcome.CHALLENGE, Condition.more("hour", 0));
        var hold = rule("h", Outcome.HOLD, Condition.more("hour", 0));
        var proven = new Facts().number("hour", 1).number("proven", 1);

        assertThat(judge(proven, challenge).outcome()).isEqualTo(Outcome.ALLOW);
        assertThat(judge(proven, challenge, hold).outcome()).isEqualTo(Outcome.HOLD);
    }

    @Test
    void who_is_listed_as_good_is_let_through_and_who_is_listed_as_bad_too_is_not() {
        var usual = new InForce(BuiltIn.of("usual"), RuleSet.EMPTY, "");
        var crowd = new Facts().number("device.persons.24h", 500);

        assertThat(usual.judge(crowd).outcome()).isEqualTo(Outcome.REFUSE);
        assertThat(usual.judge(new Facts().number("device.persons.24h", 500).number("listed.allow", 1)).outcome()).isEqualTo(Outcome.ALLOW);
        assertThat(usual.judge(new Facts().number("listed.allow", 1).number("listed.deny", 1)).outcome()).isEqualTo(Outcome.REFUSE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
            no.such.fact | >  | 1    | /rules/0/when/0/fact
            hour         | ~  | 1    | /rules/0/when/0/is
            hour         | >  | null | /rules/0/when/0/value
            order.sku    | >  | 1    | /rules/0/when/0/is
            order.sku    | in | null | /rules/0/when/0/names
            null         | >  | 1    | /rules/0/when/0/fact
            """)
    void a_slip_of_the_pen_is_refused_and_named(String fact, String is, Double value, String field) {
        var set = new RuleSet(List.of(new Rule("r", List.of(new Condition(fact, is, value, null)), Outcome.HOLD, null)), null, null, null);

        assertThatExceptionOfType(InvalidValue.class).isThrownBy(set::checked).satisfies(it -> assertThat(it.facts()).containsEntry("field", field));
    }

    @Test
    void every_built_in_profile_is_right() {
        assertThat(BuiltIn.profiles()).containsExactly("marketplace", "open", "strict", "usual").allSatisfy(profile -> BuiltIn.of(profile).checked());
    }

    private static InForce.Judgement judge(Facts facts, Rule... rules) {
        return new InForce(RuleSet.EMPTY, new RuleSet(List.of(rules), null, null, null), "").judge(facts);
    }

    private static Rule rule(String name, Outcome outcome, Condition... when) {
        return new Rule(name, List.of(when), outcome, null);
    }
}
