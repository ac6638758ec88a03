package io.wanqu.ordering.viewing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.database.ShopScope;

import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was sold in a stretch of time, for the shop's own overview. */
@RestController
class SalesController {

    private static final Duration LONGEST = Duration.ofDays(31);

    private final SalesQueries sales;
    private final ShopScope scope;

    SalesController(SalesQueries sales, ShopScope scope) {
        this.sales = sales;
        this.scope = scope;
    }

    /** By channel and hour, or day: hours are counted from {@code from}, which is the reader's own midnight. */
    @GetMapping("/api/v1/sales")
    List<SalesQueries.Sold> byChannel(Caller caller, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) Instant from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) Instant until, @RequestParam(defaultValue = "24") int hours) {
        var shop = caller.must(Scope.ORDERS_READ);
        check(from, until);
        if (hours < 1 || hours > 24) {
            throw new InvalidValue("hours", "from 1 to 24");
        }
        return scope.in(shop, () -> sales.byChannel(shop, from, until, Duration.ofHours(hours).toSeconds()));
    }

    private static void check(Instant from, Instant until) {
        if (!until.isAfter(from) || Duration.between(from, until).compareTo(LONGEST) > 0) {
            throw new InvalidValue("until", "after from, and at most " + LONGEST.toDays() + " days after it");
        }
    }
}
