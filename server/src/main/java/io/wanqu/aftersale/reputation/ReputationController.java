package io.wanqu.aftersale.reputation;

import java.util.List;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A shop's score, how it came about step by step, and what follows from it. */
@RestController
class ReputationController {

    private static final int DAYS = 90;

    private final Reputations reputations;
    private final KnownStanding known;
    private final ShopScope scope;

    ReputationController(Reputations reputations, KnownStanding known, ShopScope scope) {
        this.reputations = reputations;
        this.known = known;
        this.scope = scope;
    }

    @GetMapping("/api/v1/reputation")
    Response own(Caller caller) {
        return of(caller.must(Scope.SHOP_READ));
    }

    @GetMapping("/api/v1/operator/shops/{shop}/reputation")
    Response any(Caller caller, @PathVariable ShopId shop) {
        caller.mustOperate(Scope.SHOP_READ);
        return of(shop);
    }

    private Response of(ShopId shop) {
        var history = scope.in(shop, () -> reputations.history(shop, DAYS));
        var latest = history.isEmpty() ? null : history.getFirst();
        return new Response(latest, latest == null ? List.of() : Formula.of(latest.facts()).steps(), known.meaning(shop), history);
    }

    record Response(Reputations.@Nullable Day today, List<Formula.Step> steps, KnownStanding.Meaning meaning, List<Reputations.Day> history) {
    }
}
