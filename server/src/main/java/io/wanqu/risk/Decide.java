package io.wanqu.risk;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.ShopId;
import io.wanqu.risk.count.Dimension;
import io.wanqu.risk.log.Decision;
import io.wanqu.risk.log.RecordDecisions;
import io.wanqu.risk.rule.InForce;
import io.wanqu.risk.rule.KnownRules;

import org.springframework.stereotype.Service;

/**
 * Decides what things may be, many at a time. Counts, lists and rules are in memory and the record is written behind, so a
 * decision costs some microseconds and, once a shop's rules are known to this node, no statement.
 */
@Service
public class Decide {

    private final Look look;
    private final KnownRules rules;
    private final ProfileOfChannel profiles;
    private final RecordDecisions record;
    private final Ids ids;
    private final Clock clock;

    Decide(Look look, KnownRules rules, ProfileOfChannel profiles, RecordDecisions record, Ids ids, Clock clock) {
        this.look = look;
        this.rules = rules;
        this.profiles = profiles;
        this.record = record;
        this.ids = ids;
        this.clock = clock;
    }

    /** Answers in the order of the asks. */
    public List<Verdict> decide(List<RiskAsk> asks) {
        return asks.stream().map(this::decide).toList();
    }

    /** Whether what is bought there is judged at all: where a marketplace's rule names no profile, its word is enough. */
    public boolean judgesSales(ShopId shop, ChannelId channel) {
        return profiles.riskProfile(shop, channel) != null;
    }

    private Verdict decide(RiskAsk ask) {
        var profile = KnownRules.name(profiles.riskProfile(ask.shop(), ask.channel()));
        var inForce = rules.of(ask.shop(), profile);
        var keys = look.keys(ask);
        var facts = look.facts(ask, keys);
        var judgement = inForce.judge(facts);
        record.record(new Decision(ask.shop(), ids.next(), clock.instant(), ask.act().text(), ask.subject(),
                ask.channel().value(), profile, inForce.versions(), judgement.outcome(), judgement.score(), 1, judgement.fired(),
                facts.recorded(), keys));
        return verdict(ask, judgement.outcome(), inForce, keys);
    }

    private Verdict verdict(RiskAsk ask, Outcome outcome, InForce inForce, Map<Dimension, Long> keys) {
        return switch (outcome) {
            case ALLOW, REFUSE -> Verdict.plain(outcome);
            case CHALLENGE -> new Verdict(outcome, inForce.byCode(), look.challenged(ask, keys), 0, false);
            case HOLD -> new Verdict(outcome, false, 0, inForce.reviewHours(), inForce.releases());
        };
    }
}
