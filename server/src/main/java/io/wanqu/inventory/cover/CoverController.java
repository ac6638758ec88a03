package io.wanqu.inventory.cover;

import java.time.Instant;
import java.util.List;

import io.wanqu.inventory.InventoryProblem;
import io.wanqu.inventory.pool.PoolKey;
import io.wanqu.inventory.pool.Pools;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.kernel.http.Require;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For how long the stock lasts and what to do about it, for the shop's staff. */
@RestController
class CoverController {

    private static final int LEAD_HOURS_MAX = 2_160;
    private static final int RESTOCK_DAYS_MAX = 365;
    private static final long MINIMUM_MAX = 1_000_000_000L;

    private final Paces paces;
    private final StockAlerts alerts;
    private final Pools pools;
    private final Look look;
    private final ShopScope scope;

    CoverController(Paces paces, StockAlerts alerts, Pools pools, Look look, ShopScope scope) {
        this.paces = paces;
        this.alerts = alerts;
        this.pools = pools;
        this.look = look;
        this.scope = scope;
    }

    /** Every pool with its forecast, as of this moment. */
    @GetMapping("/api/v1/pools/cover")
    Page<Response> list(Caller caller, @RequestParam @Nullable String after, @RequestParam @Nullable String limit) {
        var shop = caller.must(Scope.STOCK_READ);
        var max = PageAsk.of(null, limit).limit();
        var from = after == null ? 0 : Id.parse("after", after);
        var page = Page.of(scope.in(shop, () -> paces.ofShop(shop, from, max + 1)), max, it -> it.key().pool().value());
        return new Page<>(forecasts(page.items()), page.next());
    }

    private List<Response> forecasts(List<Paces.Watched> watched) {
        var now = look.clock.instant();
        return watched.stream().map(it -> {
            var counted = it.counted(now);
            return Response.of(counted, look.forecast(counted, now), look.rule(counted), now);
        }).toList();
    }

    /** When this pool is low, from the next look on. */
    @PutMapping("/api/v1/pools/{pool}/cover")
    CoverSettings.Rule rule(Caller caller, @PathVariable PoolId pool, @RequestBody Request request) {
        var shop = caller.must(Scope.STOCK_WRITE);
        var rule = new CoverSettings.Rule(Require.between("/leadHours", request.leadHours, 1, LEAD_HOURS_MAX),
                Require.between("/restockDays", request.restockDays, 1, RESTOCK_DAYS_MAX), Require.between("/minimum", request.minimum, 0, MINIMUM_MAX));
        return scope.in(shop, () -> {
            if (!pools.exists(new PoolKey(shop, pool))) {
                throw new InventoryProblem.UnknownPool(pool);
            }
            paces.rule(shop, pool, rule);
            return rule;
        });
    }

    /** Pools that run low or are dry, newest first; with {@code all} also those that are over. */
    @GetMapping("/api/v1/stock-alerts")
    Page<StockAlerts.Alert> alerts(Caller caller, @RequestParam(defaultValue = "false") boolean all, @RequestParam @Nullable String after,
            @RequestParam @Nullable String limit) {
        var shop = caller.must(Scope.STOCK_READ);
        var ask = PageAsk.of(after, limit);
        return Page.of(scope.in(shop, () -> alerts.list(shop, !all, ask.before(), ask.limit() + 1)), ask.limit(), it -> Long.parseLong(it.id()));
    }

    record Request(@Nullable Integer leadHours, @Nullable Integer restockDays, @Nullable Long minimum) {
    }

    /**
     * A pool and how long it lasts.
     *
     * @param perDayHundredths how many a day are expected over the next week, in hundredths
     * @param coverHours       absent where it lasts for months or nothing is sold
     * @param suggested        how many to load now, so that it lasts for the days of the rule after they have arrived
     */
    record Response(PoolId pool, String name, long available, long perDayHundredths, @Nullable Integer coverHours, @Nullable Instant dryAt,
            long suggested, boolean low, CoverSettings.Rule rule) {

        static Response of(Paces.Watched it, Forecast forecast, CoverSettings.Rule rule, Instant now) {
            return new Response(it.key().pool(), it.name(), it.available(), forecast.perDayHundredths(), forecast.coverHours(), forecast.dryAt(now),
                    forecast.suggested(), forecast.low() && it.sold() + rule.minimum() > 0, rule);
        }
    }
}
