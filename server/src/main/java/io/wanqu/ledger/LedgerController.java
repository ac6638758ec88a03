package io.wanqu.ledger;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.PageAsk;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
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

    @GetMapping("/api/v1/ledger/accounts")
    List<AccountResponse> accounts(Caller caller) {
        caller.must(Scope.LEDGER_READ);
        return Arrays.stream(Chart.values()).map(it -> new AccountResponse(it.code(), it.kind(), it.owner())).toList();
    }

    @GetMapping("/api/v1/ledger/balances")
    List<LedgerQueries.Balance> balances(Caller caller) {
        var shop = caller.must(Scope.LEDGER_READ);
        return scope.in(shop, () -> ledger.balances(shop));
    }

    /** All accounts at the end of a closed day, or now, and what they sum to for each currency: zero. */
    @GetMapping("/api/v1/ledger/trial-balance")
    TrialBalance trialBalance(Caller caller, @RequestParam @Nullable String day) {
        var shop = caller.must(Scope.LEDGER_READ);
        var until = day == null ? null : day(day);
        var balances = scope.in(shop, () -> until == null ? ledger.balances(shop) : ledger.balances(shop, until));
        var sums = new TreeMap<String, Long>();
        balances.forEach(it -> sums.merge(it.currency(), it.balanceMinor(), Math::addExact));
        return new TrialBalance(day, balances, sums, sums.values().stream().allMatch(sum -> sum == 0));
    }

    @GetMapping("/api/v1/ledger/statement")
    Page<LedgerQueries.Line> statement(Caller caller, @RequestParam @Nullable String account, @RequestParam @Nullable String after,
            @RequestParam @Nullable String limit) {
        var shop = caller.must(Scope.LEDGER_READ);
        var ask = PageAsk.of(after, limit);
        return scope.in(shop, () -> ledger.statement(shop, account, ask.before(), ask.limit()));
    }

    @GetMapping("/api/v1/ledger/orders/{order}")
    List<LedgerQueries.Posting> ofOrder(Caller caller, @PathVariable OrderId order) {
        var shop = caller.must(Scope.LEDGER_READ);
        return scope.in(shop, () -> ledger.of(shop, order.value()));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidValue("day", "a day like 2026-01-31");
        }
    }

    record AccountResponse(String account, Chart.Kind kind, Chart.Owner owner) {
    }

    record TrialBalance(@Nullable String day, List<LedgerQueries.Balance> balances, Map<String, Long> sums, boolean balanced) {
    }
}
