package io.wanqu.settlement.rate;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.Idempotent;
import io.wanqu.kernel.http.Require;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;
import io.wanqu.ledger.LedgerSettings;
import io.wanqu.settlement.Inputs;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rates as the operator tells them, and what foreign sales were worth. */
@RestController
class RateController {

    private static final int DIGITS_MAX = 18;
    private static final int SHOWN = 200;

    private final Rates rates;
    private final SettlementSettings settings;
    private final LedgerSettings ledger;
    private final Clock clock;
    private final Trail trail;

    RateController(Rates rates, SettlementSettings settings, LedgerSettings ledger, Clock clock, Trail trail) {
        this.rates = rates;
        this.settings = settings;
        this.ledger = ledger;
        this.clock = clock;
        this.trail = trail;
    }

    @PostMapping("/api/v1/operator/rates")
    @Idempotent
    @ResponseStatus(HttpStatus.CREATED)
    Response tell(Caller caller, @RequestBody Request request) {
        caller.mustOperate(Scope.MONEY_WRITE);
        var currency = Inputs.currency("/currency", request.currency);
        if (currency.getCurrencyCode().equals(settings.homeCurrency())) {
            throw new InvalidValue("/currency", "another currency than " + settings.homeCurrency());
        }
        var rate = new Rates.Rate(currency, request.from == null ? clock.instant() : request.from, e9(request.rate),
                Require.text("/source", request.source, 1, 200));
        if (!trail.doing(() -> rates.tell(rate, caller.name()), told -> told
                ? new Note(ShopId.PLATFORM, "rate.told", "currency:" + currency, null, rate) : null)) {
            throw new InvalidValue("/from", "a moment for which no rate of this currency was told");
        }
        return new Response(currency.getCurrencyCode(), plain(rate), rate.from(), rate.source());
    }

    /** The latest first: what one unit of each currency is worth in the platform's own. */
    @GetMapping("/api/v1/operator/rates")
    Known known(Caller caller, @RequestParam @Nullable String currency) {
        caller.mustOperate(Scope.LEDGER_READ);
        return new Known(settings.homeCurrency(), rates.told(currency == null ? null : Inputs.currency("currency", currency), SHOWN).stream()
                .map(told -> new Row(told.rate().currency().getCurrencyCode(), plain(told.rate()), told.rate().from(), told.rate().source(), told.by()))
                .toList());
    }

    /** From the first day to the last, both included. */
    @GetMapping("/api/v1/operator/reports/foreign-sales")
    List<Rates.Sum> report(Caller caller, @RequestParam String from, @RequestParam String until) {
        caller.mustOperate(Scope.LEDGER_READ);
        return rates.report(Inputs.day("from", from).atStartOfDay(ledger.zone()).toInstant(),
                Inputs.day("until", until).plusDays(1).atStartOfDay(ledger.zone()).toInstant());
    }

    private static String plain(Rates.Rate rate) {
        return BigDecimal.valueOf(rate.e9(), Rates.PLACES).stripTrailingZeros().toPlainString();
    }

    private static long e9(@Nullable String text) {
        try {
            var rate = new BigDecimal(text == null || text.length() > DIGITS_MAX ? "" : text);
            if (rate.signum() > 0) {
                return rate.movePointRight(Rates.PLACES).longValueExact();
            }
        } catch (NumberFormatException | ArithmeticException e) {
            // falls through to the refusal, which says more than the number parser
        }
        throw new InvalidValue("/rate", "a positive number with at most " + Rates.PLACES + " places, like 7.1234");
    }

    record Request(@Nullable String currency, @Nullable String rate, @Nullable Instant from, @Nullable String source) {
    }

    record Response(String currency, String rate, Instant from, String source) {
    }

    record Known(String homeCurrency, List<Row> rates) {
    }

    record Row(String currency, String rate, Instant from, String source, String toldBy) {
    }
}
