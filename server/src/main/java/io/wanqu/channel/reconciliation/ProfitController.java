package io.wanqu.channel.reconciliation;

import java.time.LocalDate;
import java.util.List;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Channels;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.SkuId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Idempotent;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What each channel earned, and the fees and costs that go into it. */
@RestController
@RequestMapping("/api/v1/channels")
class ProfitController {

    private static final int DAYS_MAX = 400;
    private static final long COST_MAX = 100_000_000_000L;

    private final Profit profit;
    private final Fees fees;
    private final Channels channels;
    private final ShopScope scope;

    ProfitController(Profit profit, Fees fees, Channels channels, ShopScope scope) {
        this.profit = profit;
        this.fees = fees;
        this.channels = channels;
        this.scope = scope;
    }

    /** Both days included, in the server's zone for figures. */
    @GetMapping("/profit")
    List<Profit.Figures> profit(Caller caller, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        var shop = caller.must(Scope.LEDGER_READ);
        if (to.isBefore(from) || from.plusDays(DAYS_MAX).isBefore(to)) {
            throw new InvalidValue("to", "from the first day on, " + DAYS_MAX + " days at most");
        }
        return scope.in(shop, () -> profit.of(shop, from, to));
    }

    @PutMapping("/{channel}/fees/{from}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Idempotent
    void fee(Caller caller, @PathVariable ChannelId channel, @PathVariable LocalDate from, @RequestBody FeeRequest request) {
        var key = ChannelKey.of(caller, channel);
        var points = request.basisPoints;
        if (points == null || points < 0 || points > 10_000) {
            throw new InvalidValue("/basisPoints", "from 0 to 10000");
        }
        scope.in(key.shop(), () -> {
            fees.setFee(channels.get(key).key(), from, points);
            return true;
        });
    }

    @PutMapping("/costs/{sku}/{from}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Idempotent
    void cost(Caller caller, @PathVariable SkuId sku, @PathVariable LocalDate from, @RequestBody CostRequest request) {
        var shop = caller.must(Scope.CHANNELS_WRITE);
        var minor = request.costMinor;
        if (minor == null || minor < 0 || minor > COST_MAX) {
            throw new InvalidValue("/costMinor", "from 0 to " + COST_MAX);
        }
        scope.in(shop, () -> {
            fees.setCost(shop, sku, from, minor);
            return true;
        });
    }

    record FeeRequest(@Nullable Integer basisPoints) {
    }

    record CostRequest(@Nullable Long costMinor) {
    }
}
