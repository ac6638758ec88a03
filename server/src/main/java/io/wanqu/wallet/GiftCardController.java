package io.wanqu.wallet;

import java.time.LocalDate;
import java.util.List;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.kernel.http.Require;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;
import io.wanqu.shop.Shops;
import io.wanqu.wallet.WalletProblem.NoValue;

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

/** Gift cards for a shop's staff, and what the platform allows the shop to store. */
@RestController
class GiftCardController {

    private final GiftCards cards;
    private final Limits limits;
    private final Offers offers;
    private final Shops shops;
    private final Trail trail;

    GiftCardController(GiftCards cards, Limits limits, Offers offers, Shops shops, Trail trail) {
        this.cards = cards;
        this.limits = limits;
        this.offers = offers;
        this.shops = shops;
        this.trail = trail;
    }

    /** Whether the shop's wallets may pay, and the limits that hold today. */
    @GetMapping("/api/v1/wallet-terms")
    Terms terms(Caller caller) {
        var shop = caller.must(Scope.LEDGER_READ);
        return new Terms(offers.allowed(shop), limits.inForce());
    }

    @GetMapping("/api/v1/gift-cards")
    Page<GiftCards.Row> list(Caller caller, @RequestParam @Nullable String after, @RequestParam @Nullable String limit) {
        var shop = caller.must(Scope.LEDGER_READ);
        var ask = PageAsk.of(after, limit);
        return Page.of(cards.below(shop, ask.before(), ask.limit() + 1), ask.limit(), row -> Long.parseLong(row.id()));
    }

    @Idempotent
    @PostMapping("/api/v1/gift-cards")
    @ResponseStatus(HttpStatus.CREATED)
    GiftCards.Issued issue(Caller caller, @RequestBody IssueRequest request) {
        var shop = caller.must(Scope.MONEY_WRITE);
        var amount = Money.of(Require.between("/amountMinor", request.amountMinor, 1, Integer.MAX_VALUE), shops.byId(shop).currency());
        var until = WalletDeskController.day("/until", request.until);
        return trail.doing(() -> cards.issue(shop, amount, until, caller.name()),
                issued -> new Note(shop, "gift-card.issued", "gift-card:" + issued.id(), null, new Worth(amount, until)));
    }

    @Idempotent
    @PutMapping("/api/v1/gift-cards/{card}/voidance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void empty(Caller caller, @PathVariable String card) {
        var shop = caller.must(Scope.MONEY_WRITE);
        var id = Id.parse("card", card);
        trail.doing(() -> {
            if (!cards.empty(shop, id)) {
                throw new NoValue();
            }
            return id;
        }, emptied -> Note.of(shop, "gift-card.voided", "gift-card", emptied));
    }

    record IssueRequest(@Nullable Long amountMinor, @Nullable String until) {
    }

    /** What the trail keeps of a new card: everything but its code. */
    private record Worth(Money amount, LocalDate until) {
    }

    record Terms(boolean allowed, List<Limits.Rule> limits) {
    }
}
