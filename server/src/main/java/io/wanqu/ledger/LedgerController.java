package io.wanqu.ledger;

import java.util.List;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.database.ShopScope;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The shop's books, for its staff. */
@RestController
class LedgerController {

    private final LedgerQueries ledger;
    private final ShopScope scope;

    LedgerController(LedgerQueries ledger, ShopScope scope) {
        this.ledger = ledger;
        this.scope = scope;
    }

    @GetMapping("/api/v1/ledger/balances")
    List<LedgerQueries.Balance> balances(Caller caller) {
        var shop = caller.must(Scope.LEDGER_READ);
        return scope.in(shop, () -> ledger.balances(shop));
    }

    @GetMapping("/api/v1/ledger/orders/{order}")
    List<LedgerQueries.Posting> ofOrder(Caller caller, @PathVariable OrderId order) {
        var shop = caller.must(Scope.LEDGER_READ);
        return scope.in(shop, () -> ledger.of(shop, order.value()));
    }
}
