package io.wanqu.settlement.payout;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.Require;
import io.wanqu.settlement.Inputs;
import io.wanqu.settlement.Inputs.AmountRequest;
import io.wanqu.shop.Shops;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A shop's deposit: how much there is, how much there must be. */
@RestController
class DepositController {

    private final KeepDeposit keep;
    private final ShopMoney money;
    private final Shops shops;
    private final ShopDesk desk;

    DepositController(KeepDeposit keep, ShopMoney money, Shops shops, ShopDesk desk) {
        this.keep = keep;
        this.money = money;
        this.shops = shops;
        this.desk = desk;
    }

    @GetMapping("/api/v1/deposit")
    Response get(Caller caller) {
        return response(caller.must(Scope.LEDGER_READ));
    }

    @PostMapping("/api/v1/deposit/top-ups")
    @Idempotent
    Response topUp(Caller caller, @RequestBody Request request) {
        var shop = caller.must(Scope.MONEY_WRITE);
        var amount = AmountRequest.read("/amount", request.amount);
        desk.scope().in(shop, () -> {
            keep.topUp(shop, amount, caller.name());
            return shop;
        });
        return response(shop);
    }

    @PostMapping("/api/v1/deposit/returns")
    @Idempotent
    Response giveBack(Caller caller, @RequestBody Request request) {
        var shop = caller.must(Scope.MONEY_WRITE);
        caller.mustBeFresh();
        var amount = AmountRequest.read("/amount", request.amount);
        desk.scope().in(shop, () -> {
            keep.giveBack(shop, amount, caller.name());
            return shop;
        });
        return response(shop);
    }

    @GetMapping("/api/v1/operator/shops/{shop}/deposit")
    Response ofShop(Caller caller, @PathVariable ShopId shop) {
        caller.mustOperate(Scope.LEDGER_READ);
        return response(shop);
    }

    @PostMapping("/api/v1/operator/shops/{shop}/deposit/uses")
    @Idempotent
    Response use(Caller caller, @PathVariable ShopId shop, @RequestBody OperatorRequest request) {
        caller.mustOperate(Scope.MONEY_WRITE);
        keep.use(shop, AmountRequest.read("/amount", request.amount), Require.text("/reason", request.reason, 1, 200), caller.name());
        return response(shop);
    }

    @PutMapping("/api/v1/operator/shops/{shop}/deposit/requirement")
    Response require(Caller caller, @PathVariable ShopId shop, @RequestBody OperatorRequest request) {
        caller.mustOperate(Scope.MONEY_WRITE);
        var asked = request.amount == null ? new AmountRequest(null, null) : request.amount;
        var required = new Money(Require.between("/amount/minor", asked.minor(), 0, Long.MAX_VALUE >> 1),
                Inputs.currency("/amount/currency", asked.currency()));
        keep.require(shop, required, Require.text("/reason", request.reason, 1, 200), caller.name());
        return response(shop);
    }

    private Response response(ShopId shop) {
        var currency = Inputs.currency("currency", shops.byId(shop).currency());
        var sums = desk.scope().in(shop, () -> money.look(shop, currency));
        return new Response(new Money(sums.deposit(), currency), sums.required(), new Money(sums.available(), currency),
                new Money(Math.max(0, sums.drawable()), currency));
    }

    record Request(@Nullable AmountRequest amount) {
    }

    record OperatorRequest(@Nullable AmountRequest amount, @Nullable String reason) {
    }

    record Response(Money deposit, Money required, Money available, Money drawable) {
    }
}
