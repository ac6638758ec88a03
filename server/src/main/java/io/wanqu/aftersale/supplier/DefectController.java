package io.wanqu.aftersale.supplier;

import java.util.List;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.Require;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Bad goods by batch and supplier, and what is claimed for them. */
@RestController
class DefectController {

    private static final int NAME_MAX = 80;

    private final DefectRates rates;
    private final SupplierClaims claims;
    private final ShopScope scope;

    DefectController(DefectRates rates, SupplierClaims claims, ShopScope scope) {
        this.rates = rates;
        this.claims = claims;
        this.scope = scope;
    }

    @GetMapping("/api/v1/defects")
    DefectRates.Report report(Caller caller) {
        var shop = caller.must(Scope.STOCK_READ);
        return scope.in(shop, () -> rates.of(shop));
    }

    @GetMapping("/api/v1/supplier-claims")
    List<SupplierClaims.Claim> list(Caller caller) {
        var shop = caller.must(Scope.LEDGER_READ);
        return scope.in(shop, () -> claims.all(shop));
    }

    @Idempotent
    @PostMapping("/api/v1/supplier-claims")
    @ResponseStatus(HttpStatus.CREATED)
    List<SupplierClaims.Claim> claim(Caller caller, @RequestBody Request request) {
        var shop = caller.must(Scope.MONEY_WRITE);
        var supplier = Require.text("/supplier", request.supplier, 1, NAME_MAX);
        return claims.claim(shop, supplier, caller.name());
    }

    /** The outcome is paid or written_off. */
    @Idempotent
    @PutMapping("/api/v1/supplier-claims/{id}/outcome")
    SupplierClaims.Claim end(Caller caller, @PathVariable String id, @RequestBody Outcome request) {
        var shop = caller.must(Scope.MONEY_WRITE);
        if (!"paid".equals(request.outcome) && !"written_off".equals(request.outcome)) {
            throw new InvalidValue("/outcome", "paid or written_off");
        }
        return claims.end(shop, Id.parse("claim", id), request.outcome.equals("paid"));
    }

    record Request(@Nullable String supplier) {
    }

    record Outcome(@Nullable String outcome) {
    }
}
