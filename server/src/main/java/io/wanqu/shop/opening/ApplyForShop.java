package io.wanqu.shop.opening;

import java.time.Instant;

import io.wanqu.identity.staff.Holdings;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.ShopId;
import io.wanqu.shop.OpenShop;
import io.wanqu.shop.ShopProblem;
import io.wanqu.shop.opening.Application.Wish;
import io.wanqu.shop.opening.HoldingRules.Kind;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a shop at once for who has fewer than the rule gives; whoever wants more says why and waits for the operator. */
@Component
class ApplyForShop {

    private static final int REASON_MIN = 10;
    private static final String RULE = "the rule";

    private final HoldingRules rules;
    private final Applications applications;
    private final Holdings holdings;
    private final OpenShop openShop;
    private final Ids ids;

    ApplyForShop(HoldingRules rules, Applications applications, Holdings holdings, OpenShop openShop, Ids ids) {
        this.rules = rules;
        this.applications = applications;
        this.holdings = holdings;
        this.openShop = openShop;
        this.ids = ids;
    }

    /** @param origin keyed hash of where it was asked from */
    @Transactional
    Application apply(AccountId account, Wish wish, byte @Nullable [] origin) {
        var kind = rules.lockHolder(account);
        var held = holdings.owned(account).size();
        var most = rules.most(kind);
        var company = !wish.company().isEmpty() && kind == Kind.INDIVIDUAL;
        if (held < most && !company) {
            var opened = open(account, wish);
            return added(new Application(ids.next(), account, wish, "approved", opened.at(), RULE, opened.at(), "", opened.shop()), origin);
        }
        if (wish.reason().length() < REASON_MIN) {
            throw new ShopProblem.ReasonNeeded(held, most, REASON_MIN);
        }
        openShop.mustBeFree(wish.slug());
        return added(new Application(ids.next(), account, wish, "waiting", openShop.now(), null, null, "", null), origin);
    }

    /** The operator says yes: the shop is opened whatever the rule says, and a company is known as one from now on. */
    @Transactional
    Application approve(long id, String by, String verdict) {
        var asked = applications.lock(id).orElseThrow(() -> new ShopProblem.UnknownApplication(id));
        rules.lockHolder(asked.account());
        if (!asked.wish().company().isEmpty()) {
            rules.become(asked.account(), Kind.COMPANY);
        }
        mustWait(asked);
        var opened = open(asked.account(), asked.wish());
        return ended(id, applications.end(id, "approved", by, verdict, opened.shop()));
    }

    @Transactional
    Application refuse(long id, String by, String verdict) {
        var asked = applications.lock(id).orElseThrow(() -> new ShopProblem.UnknownApplication(id));
        mustWait(asked);
        return ended(id, applications.end(id, "refused", by, verdict, null));
    }

    private static void mustWait(Application asked) {
        if (!asked.state().equals("waiting")) {
            throw new ShopProblem.ApplicationEnded(asked.id(), asked.state());
        }
    }

    private Application ended(long id, boolean done) {
        if (!done) {
            throw new IllegalStateException("application " + id + " is locked and does not wait");
        }
        return applications.find(id).orElseThrow();
    }

    private Application added(Application application, byte @Nullable [] origin) {
        if (!applications.add(application, origin)) {
            throw new ShopProblem.ApplicationWaiting();
        }
        return application;
    }

    private Opened open(AccountId account, Wish wish) {
        var shop = openShop.open(wish.slug(), wish.name(), wish.currency());
        holdings.begin(shop.id(), account);
        return new Opened(shop.id(), openShop.now());
    }

    private record Opened(ShopId shop, Instant at) {
    }
}
