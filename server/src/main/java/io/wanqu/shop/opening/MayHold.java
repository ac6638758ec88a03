package io.wanqu.shop.opening;

import io.wanqu.identity.staff.Holdings;
import io.wanqu.kernel.AccountId;
import io.wanqu.shop.ShopProblem;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks the rule before somebody comes to a shop in another way than by opening one. */
@Component
public class MayHold {

    private final HoldingRules rules;
    private final Holdings holdings;

    MayHold(HoldingRules rules, Holdings holdings) {
        this.rules = rules;
        this.holdings = holdings;
    }

    /** Refuses whoever has as many as the rule gives; counts stand still until the end of the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void oneMore(AccountId account) {
        var most = rules.most(rules.lockHolder(account));
        var held = holdings.owned(account).size();
        if (held >= most) {
            throw new ShopProblem.HoldingLimit(held, most);
        }
    }
}
