package io.wanqu.risk.rule;

import io.wanqu.kernel.ShopId;

import org.springframework.stereotype.Component;

/** Puts rules that nobody has written down yet in the place of those in force, for a dry run. */
@Component
public class TryRules {

    private final RuleSets sets;

    TryRules(RuleSets sets) {
        this.sets = sets;
    }

    public InForce ofShop(ShopId shop, String profile, RuleSet set) {
        var now = KnownRules.read(sets, shop, RiskRuleController.name(profile));
        return new InForce(now.platform(), set.checked(), "tried");
    }

    public InForce ofPlatform(ShopId shop, String profile, RuleSet set) {
        var now = KnownRules.read(sets, shop, RiskRuleController.name(profile));
        return new InForce(set.checked(), now.own(), "tried");
    }
}
