package io.wanqu.risk.log;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.wanqu.kernel.ShopId;
import io.wanqu.risk.KnowsOutcomes;
import io.wanqu.risk.Outcome;
import io.wanqu.risk.rule.Facts;
import io.wanqu.risk.rule.InForce;
import io.wanqu.risk.rule.RuleSet;
import io.wanqu.risk.rule.TryRules;

import org.springframework.stereotype.Service;

/** Says what other rules would have made of the last day's decisions, without touching anything. */
@Service
class DryRun {

    private static final Duration BACK = Duration.ofDays(1);
    private static final int DECISIONS_MAX = 20_000;
    private static final int EXAMPLES = 20;

    private final Decisions decisions;
    private final TryRules rules;
    private final KnowsOutcomes outcomes;
    private final Clock clock;

    DryRun(Decisions decisions, TryRules rules, KnowsOutcomes outcomes, Clock clock) {
        this.decisions = decisions;
        this.rules = rules;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    Report run(ShopId shop, String profile, RuleSet set) {
        return run(shop, profile, rules.ofShop(shop, profile, set));
    }

    Report runPlatform(ShopId shop, String profile, RuleSet set) {
        return run(shop, profile, rules.ofPlatform(shop, profile, set));
    }

    private Report run(ShopId shop, String profile, InForce inForce) {
        var changed = new ArrayList<Change>();
        var weights = new TreeMap<String, Long>();
        var before = new EnumMap<Outcome, Long>(Outcome.class);
        var after = new EnumMap<Outcome, Long>(Outcome.class);
        var all = decisions.since(shop, profile, clock.instant().minus(BACK), DECISIONS_MAX);
        for (var decision : all) {
            var now = inForce.judge(Facts.of(decision.facts()));
            before.merge(decision.outcome(), (long) decision.weight(), Long::sum);
            after.merge(now.outcome(), (long) decision.weight(), Long::sum);
            if (now.outcome() != decision.outcome()) {
                changed.add(new Change(decision, now.outcome(), now.fired()));
                weights.merge(decision.outcome().text() + " to " + now.outcome().text(), (long) decision.weight(), Long::sum);
            }
        }
        return report(shop, all.size() == DECISIONS_MAX, changed, new Counts(texts(before), texts(after), weights));
    }

    private static Map<String, Long> texts(Map<Outcome, Long> counts) {
        var texts = new LinkedHashMap<String, Long>();
        for (var outcome : Outcome.values()) {
            texts.put(outcome.text(), counts.getOrDefault(outcome, 0L));
        }
        return texts;
    }

    /** A false positive is what would be stopped now though it was paid for and its money was kept. */
    private Report report(ShopId shop, boolean cut, List<Change> changed, Counts counts) {
        var stopped = changed.stream().filter(change -> change.to.compareTo(Outcome.HOLD) >= 0 && change.to.compareTo(change.decision.outcome()) > 0)
                .toList();
        var good = outcomes.good(shop, stopped.stream().map(change -> change.decision.subject()).toList());
        var falsePositives = stopped.stream().filter(change -> good.contains(change.decision.subject())).mapToLong(it -> it.decision.weight()).sum();
        return new Report(counts.before.values().stream().mapToLong(it -> it).sum(), changed.stream().mapToLong(it -> it.decision.weight()).sum(),
                counts.before, counts.after, counts.changes, falsePositives, cut,
                changed.stream().limit(EXAMPLES).map(change -> Example.of(change, good.contains(change.decision.subject()))).toList());
    }

    private record Counts(Map<String, Long> before, Map<String, Long> after, Map<String, Long> changes) {
    }

    private record Change(Decision decision, Outcome to, List<String> fired) {
    }

    /**
     * What would change.
     *
     * @param decisions      looked at, each by its weight
     * @param before         how many had each outcome
     * @param after          how many would have it
     * @param changes        by what would become of what, as {@code allow to hold}
     * @param falsePositives held or refused now, though paid for and kept
     * @param cut            whether there were more than are looked at
     */
    record Report(long decisions, long changed, Map<String, Long> before, Map<String, Long> after, Map<String, Long> changes, long falsePositives,
            boolean cut, List<Example> examples) {
    }

    record Example(String decision, String subject, Outcome from, Outcome to, List<String> fired, boolean turnedOutGood) {

        static Example of(Change change, boolean good) {
            return new Example(Long.toString(change.decision.id()), Long.toString(change.decision.subject()), change.decision.outcome(), change.to,
                    change.fired, good);
        }
    }
}
