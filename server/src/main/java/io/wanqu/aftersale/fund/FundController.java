package io.wanqu.aftersale.fund;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.Require;
import io.wanqu.ledger.Account;
import io.wanqu.ledger.LedgerQueries;
import io.wanqu.ledger.Post;
import io.wanqu.ledger.Transfer;
import io.wanqu.settlement.Inputs;
import io.wanqu.settlement.Inputs.AmountRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The operator's compensation fund: what is in it, what it may pay, what it has paid. */
@RestController
class FundController {

    private static final int SHOWN = 200;
    private static final long MINOR_MAX = 1_000_000_000_000L;

    private final Fund fund;
    private final LedgerQueries ledger;
    private final Post post;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    FundController(Fund fund, LedgerQueries ledger, Post post, TransactionTemplate transaction, Ids ids, Clock clock) {
        this.fund = fund;
        this.ledger = ledger;
        this.post = post;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    @GetMapping("/api/v1/operator/fund")
    Response get(Caller caller, @RequestParam(defaultValue = "CNY") String currency) {
        caller.mustOperate(Scope.LEDGER_READ);
        var code = Inputs.currency("currency", currency).getCurrencyCode();
        return new Response(Money.of(ledger.credit(ShopId.PLATFORM, Account.FUND, code), code), fund.paidToday(code),
                fund.inForce(code).orElse(null), fund.list(SHOWN));
    }

    /** Money that was laid into the fund's bank account. */
    @Idempotent
    @PostMapping("/api/v1/operator/fund/top-ups")
    @ResponseStatus(HttpStatus.CREATED)
    Response topUp(Caller caller, @RequestBody TopUp request) {
        caller.mustOperate(Scope.MONEY_WRITE);
        var amount = AmountRequest.read("/amount", request.amount);
        transaction.executeWithoutResult(status -> post.post(List.of(
                new Transfer(ShopId.PLATFORM, "fund.topped-up", ids.next(), PayInAdvance.BANK, Account.FUND, amount))));
        return get(caller, amount.currency().getCurrencyCode());
    }

    /** Limits from now on, or from a time to come. */
    @Idempotent
    @PostMapping("/api/v1/operator/fund/terms")
    @ResponseStatus(HttpStatus.CREATED)
    Fund.Terms terms(Caller caller, @RequestBody TermsRequest request) {
        caller.mustOperate(Scope.MONEY_WRITE);
        var now = clock.instant();
        var terms = new Fund.Terms(Inputs.currency("/currency", request.currency).getCurrencyCode(),
                Require.between("/perCaseMinor", request.perCaseMinor, 0, MINOR_MAX),
                Require.between("/perDayMinor", request.perDayMinor, 0, MINOR_MAX),
                request.from == null || request.from.isBefore(now) ? now : request.from);
        fund.add(terms, caller.name());
        return terms;
    }

    record TopUp(@Nullable AmountRequest amount) {
    }

    record TermsRequest(@Nullable String currency, @Nullable Long perCaseMinor, @Nullable Long perDayMinor, @Nullable Instant from) {
    }

    record Response(Money balance, long paidTodayMinor, Fund.@Nullable Terms terms, List<Fund.Compensation> compensations) {
    }
}
