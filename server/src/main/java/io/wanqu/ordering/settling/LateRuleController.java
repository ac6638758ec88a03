package io.wanqu.ordering.settling;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where a shop says whether money for a canceled order is served or returned. */
@RestController
class LateRuleController {

    private final LateRules rules;
    private final ShopScope scope;
    private final Trail trail;

    LateRuleController(LateRules rules, ShopScope scope, Trail trail) {
        this.rules = rules;
        this.scope = scope;
        this.trail = trail;
    }

    @GetMapping("/api/v1/late-payments")
    Rule get(Caller caller) {
        return rule(caller.must(Scope.SHOP_READ));
    }

    @PutMapping("/api/v1/late-payments")
    Rule set(Caller caller, @RequestBody Rule request) {
        var shop = caller.must(Scope.SHOP_WRITE);
        if (!"serve".equals(request.canceled) && !"refund".equals(request.canceled)) {
            throw new InvalidValue("/canceled", "serve or refund");
        }
        scope.in(shop, () -> {
            trail.note(Note.of(shop, "late-payments.changed", "shop", shop.value())
                    .before(new Rule(rules.refundsCanceled(shop) ? "refund" : "serve")).after(request));
            rules.set(shop, request.canceled.equals("refund"), caller.name());
            return shop;
        });
        return rule(shop);
    }

    private Rule rule(ShopId shop) {
        return new Rule(scope.in(shop, () -> rules.refundsCanceled(shop)) ? "refund" : "serve");
    }

    /** @param canceled serve, if stock is left, or refund */
    record Rule(@Nullable String canceled) {
    }
}
