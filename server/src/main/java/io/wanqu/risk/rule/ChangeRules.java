package io.wanqu.risk.rule;

import java.util.List;

import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;
import io.wanqu.risk.RiskProblem;

import org.springframework.stereotype.Service;

/** Writes a new version of a profile's rules; of two who write at once one is told that he was not the first. */
@Service
class ChangeRules {

    private final RuleSets sets;
    private final KnownRules known;
    private final Trail trail;
    private final ShopScope scope;

    ChangeRules(RuleSets sets, KnownRules known, Trail trail, ShopScope scope) {
        this.sets = sets;
        this.known = known;
        this.trail = trail;
        this.scope = scope;
    }

    void write(ShopId shop, String profile, long read, RuleSet rules, String by) {
        scope.in(shop, () -> {
            var latest = sets.latest(shop, profile);
            var version = latest.map(RuleSets.Version::version).orElse(0L);
            if (version != read || !sets.add(shop, profile, version + 1, rules, by)) {
                throw new RiskProblem.RulesChanged(sets.latest(shop, profile).map(RuleSets.Version::version).orElse(0L));
            }
            trail.note(new Note(shop, "risk-rules.changed", "profile:" + profile, latest.map(RuleSets.Version::rules).orElse(null), rules));
            return version;
        });
        known.forget();
    }

    List<RuleSets.Version> history(ShopId shop, String profile) {
        return scope.in(shop, () -> sets.history(shop, profile));
    }
}
