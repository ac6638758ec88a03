package io.wanqu.wallet;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.kernel.http.Require;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;
import io.wanqu.shop.Shops;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where wallets are offered, and their limits, for the operator. */
@RestController
class WalletDeskController {

    private final Limits limits;
    private final Offers offers;
    private final Shops shops;
    private final Trail trail;

    WalletDeskController(Limits limits, Offers offers, Shops shops, Trail trail) {
        this.limits = limits;
        this.offers = offers;
        this.shops = shops;
        this.trail = trail;
    }

    @Idempotent
    @PutMapping("/api/v1/operator/shops/{shop}/wallet-offer")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void offer(Caller caller, @PathVariable ShopId shop, @RequestBody OfferRequest request) {
        caller.mustOperate(Scope.MONEY_WRITE);
        var allowed = Require.present("/allowed", request.allowed, "true or false");
        var known = shops.byId(shop).id();
        trail.doing(() -> {
            var before = new OfferRequest(offers.allowed(known));
            offers.put(known, allowed);
            return before;
        }, before -> Note.of(known, "wallet-offer.changed", "shop", known.value()).before(before).after(request));
    }

    /** The shops that were ever allowed wallets, the youngest first; {@code after} is the last shop of the page before. */
    @GetMapping("/api/v1/operator/wallet-offers")
    Page<Offers.Offer> offers(Caller caller, @RequestParam @Nullable String after, @RequestParam @Nullable String limit) {
        caller.mustOperate(Scope.LEDGER_READ);
        var ask = PageAsk.of(after, limit);
        return Page.of(offers.below(ask.before(), ask.limit() + 1), ask.limit(), offer -> offer.shop().value());
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
        return trail.doing(() -> {
            if (!limits.add(rule)) {
                throw new InvalidValue("/from", "a day on which no other value of this limit begins");
            }
            return rule;
        }, added -> new Note(ShopId.PLATFORM, "wallet-limit.added", "wallet-limit:" + added.kind() + "." + added.name(), null, added));
    }

    private static String oneOf(String field, @Nullable String text, List<String> known) {
        if (text == null || !known.contains(text)) {
            throw new InvalidValue(field, "one of " + String.join(", ", known));
        }
        return text;
    }

    static LocalDate day(String field, @Nullable String text) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeParseException e) {
            throw new InvalidValue(field, "a day like 2026-01-31");
        }
    }

    record OfferRequest(@Nullable Boolean allowed) {
    }

    record LimitRequest(@Nullable String kind, @Nullable String name, @Nullable String from, @Nullable Long value, @Nullable String source) {
    }
}
