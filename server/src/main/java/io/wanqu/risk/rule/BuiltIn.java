package io.wanqu.risk.rule;

import java.util.List;
import java.util.Map;

import io.wanqu.risk.Outcome;
import io.wanqu.risk.rule.Rule.Condition;

/**
 * The profiles that every installation begins with. The platform may write others in their place. They are made so that a
 * household, an office or a school behind one address passes, at worst after its machines have worked for a moment.
 */
final class BuiltIn {

    static final String USUAL = "usual";

    private static final List<Rule> LISTS = List.of(
            rule("listed as good", Outcome.ALLOW, Condition.more(FactNames.ALLOWED, 0), new Condition(FactNames.DENIED, "=", 0.0, null)),
            rule("listed as bad", Outcome.REFUSE, Condition.more(FactNames.DENIED, 0)));

    /** Cards are tested where payments fail: buyers mistype, but not ten times. */
    private static final List<Rule> PAYMENTS = List.of(
            rule("payments of one payer fail", Outcome.REFUSE, Condition.more("payer.failed.1h", 7)),
            rule("payments of one device fail", Outcome.REFUSE, Condition.more("device.failed.1h", 9)),
            rule("payments from one address fail", Outcome.REFUSE, Condition.more("address.failed.1h", 19)));

    private static final List<Rule> NORMAL = List.of(
            rule("many people on one device", Outcome.CHALLENGE, Condition.more("device.persons.1h", 8)),
            rule("a crowd on one device", Outcome.REFUSE, Condition.more("device.persons.24h", 40)),
            rule("many people at one address", Outcome.CHALLENGE, Condition.more("address.persons.1h", 40)),
            rule("many orders on one device", Outcome.CHALLENGE, Condition.more("device.orders.10m", 30)),
            rule("a flood from one network", Outcome.CHALLENGE, Condition.more("range.persons.10m", 150)),
            rule("one person leaves orders unpaid", Outcome.CHALLENGE, Condition.more("person.unpaid.24h", 5)),
            rule("one device leaves orders unpaid", Outcome.CHALLENGE, Condition.more("device.unpaid.24h", 10)),
            rule("one address leaves orders unpaid", Outcome.CHALLENGE, Condition.more("address.unpaid.1h", 40)));

    /** For what is given away cheaply, and draws those who come a hundred times as a hundred people. */
    private static final List<Rule> STRICT = List.of(
            rule("several people on one device", Outcome.CHALLENGE, Condition.more("device.persons.24h", 2)),
            rule("many people on one device", Outcome.REFUSE, Condition.more("device.persons.24h", 5)),
            rule("several people at one address", Outcome.CHALLENGE, Condition.more("address.persons.1h", 4)),
            rule("many people at one address", Outcome.HOLD, Condition.more("address.persons.1h", 15)),
            rule("many people in one network", Outcome.CHALLENGE, Condition.more("range.persons.1h", 12)),
            rule("a crowd in one network", Outcome.HOLD, Condition.more("range.persons.1h", 40)),
            rule("one person again and again", Outcome.CHALLENGE, Condition.more("person.orders.24h", 5)),
            rule("one person leaves orders unpaid", Outcome.REFUSE, Condition.more("person.unpaid.24h", 5)));

    /** What a marketplace tells of a buyer is his name there; it has seen to the rest. */
    private static final List<Rule> MARKETPLACE = List.of(
            rule("one buyer in a hurry", Outcome.HOLD, Condition.more("person.orders.10m", 10)),
            rule("one buyer again and again", Outcome.HOLD, Condition.more("person.orders.24h", 50)));

    private static final Map<String, RuleSet> PROFILES = Map.of(
            "marketplace", set(List.of(LISTS, MARKETPLACE)),
            USUAL, set(List.of(LISTS, PAYMENTS, NORMAL)),
            "strict", set(List.of(LISTS, PAYMENTS, STRICT)),
            "open", set(List.of(LISTS, PAYMENTS)));

    private BuiltIn() {
    }

    /** A profile of a name that is not known here begins as the usual one: a slip of the pen is no open door. */
    static RuleSet of(String profile) {
        return PROFILES.getOrDefault(profile, PROFILES.get(USUAL));
    }

    static List<String> profiles() {
        return PROFILES.keySet().stream().sorted().toList();
    }

    private static Rule rule(String name, Outcome outcome, Condition... when) {
        return new Rule(name, List.of(when), outcome, null);
    }

    private static RuleSet set(List<List<Rule>> parts) {
        return new RuleSet(parts.stream().flatMap(List::stream).toList(), null, "work", new RuleSet.AfterHold(24, "release"));
    }
}
