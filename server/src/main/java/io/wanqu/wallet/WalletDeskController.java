package io.wanqu.wallet;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.Require;
import io.wanqu.shop.Shops;
import io.wanqu.wallet.WalletProblem.NoValue;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Gift cards for a shop's staff; where wallets are offered, and their limits, for the operator. */
@RestController
class WalletDeskController {

    private final GiftCards cards;
    private final Limits limits;
    private final Shops shops;
    private final JdbcClient jdbc;

    WalletDeskController(GiftCards cards, Limits limits, Shops shops, JdbcClient jdbc) {
        this.cards = cards;
        this.limits = limits;
        this.shops = shops;
        this.jdbc = jdbc;
    }

    @PostMapping("/api/v1/gift-cards")
    @ResponseStatus(HttpStatus.CREATED)
    GiftCards.Issued issue(Caller caller, @RequestBody IssueRequest request) {
        var shop = caller.must(Scope.MONEY_WRITE);
        var amount = Money.of(Require.between("/amountMinor", request.amountMinor, 1, Integer.MAX_VALUE), shops.byId(shop).currency());
        return cards.issue(shop, amount, day("/until", request.until), caller.name());
    }

    @Idempotent
    @PutMapping("/api/v1/gift-cards/{card}/voidance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void empty(Caller caller, @PathVariable String card) {
        if (!cards.empty(caller.must(Scope.MONEY_WRITE), Id.parse("card", card))) {
            throw new NoValue();
        }
    }

    @Idempotent
    @PutMapping("/api/v1/operator/shops/{shop}/wallet-offer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void offer(Caller caller, @PathVariable ShopId shop, @RequestBody OfferRequest request) {
        caller.mustOperate(Scope.MONEY_WRITE);
        jdbc.sql("insert into wallet.offer (shop_id, allowed) values (?, ?) on conflict (shop_id) do update set allowed = excluded.allowed")
                .params(shops.byId(shop).id().value(), Require.present("/allowed", request.allowed, "true or false")).update();
    }

    @GetMapping("/api/v1/operator/wallet-limits")
    List<Limits.Rule> limits(Caller caller) {
        caller.mustOperate(Scope.LEDGER_READ);
        return limits.all();
    }

    @Idempotent
    @PostMapping("/api/v1/operator/wallet-limits")
    @ResponseStatus(HttpStatus.CREATED)
    Limits.Rule limit(Caller caller, @RequestBody LimitRequest request) {
        caller.mustOperate(Scope.MONEY_WRITE);
        var rule = new Limits.Rule(oneOf("/kind", request.kind, Limits.KINDS), oneOf("/name", request.name, Limits.NAMES),
                day("/from", request.from), Require.between("/value", request.value, 0, Long.MAX_VALUE), Require.text("/source", request.source, 1, 200));
        if (!limits.add(rule)) {
            throw new InvalidValue("/from", "a day on which no other value of this limit begins");
        }
        return rule;
    }

    private static String oneOf(String field, @Nullable String text, List<String> known) {
        if (text == null || !known.contains(text)) {
            throw new InvalidValue(field, "one of " + String.join(", ", known));
        }
        return text;
    }

    private static LocalDate day(String field, @Nullable String text) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeParseException e) {
            throw new InvalidValue(field, "a day like 2026-01-31");
        }
    }

    record IssueRequest(@Nullable Long amountMinor, @Nullable String until) {
    }

    record OfferRequest(@Nullable Boolean allowed) {
    }

    record LimitRequest(@Nullable String kind, @Nullable String name, @Nullable String from, @Nullable Long value, @Nullable String source) {
    }
}
