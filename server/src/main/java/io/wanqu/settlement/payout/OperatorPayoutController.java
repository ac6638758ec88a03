package io.wanqu.settlement.payout;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.KernelProblem.InvalidValue;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.settlement.payout.Payouts.Payout;
import io.wanqu.shop.Shop;
import io.wanqu.shop.Shops;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The payouts of all shops, for those who decide them. */
@RestController
class OperatorPayoutController {

    private static final Set<String> STATES = Set.of("requested", "approved", "sent", "succeeded", "failed", "rejected");

    private final Payouts payouts;
    private final Shops shops;

    OperatorPayoutController(Payouts payouts, Shops shops) {
        this.payouts = payouts;
        this.shops = shops;
    }

    /** Newest first; those that wait are {@code requested}. */
    @GetMapping("/api/v1/operator/payouts")
    Page<Response> list(Caller caller, @RequestParam @Nullable String state, @RequestParam @Nullable String after,
            @RequestParam @Nullable String limit) {
        caller.mustOperate(Scope.LEDGER_READ);
        if (state != null && !STATES.contains(state)) {
            throw new InvalidValue("state", "requested, approved, sent, succeeded, failed or rejected");
        }
        var ask = PageAsk.of(after, limit);
        var page = Page.of(payouts.ofAll(state, ask.before(), ask.limit() + 1), ask.limit(), Payout::id);
        return new Page<>(named(page.items()), page.next());
    }

    private List<Response> named(List<Payout> found) {
        var known = shops.byIds(found.stream().map(Payout::shop).toList());
        return found.stream().map(payout -> Response.of(payout, known.get(payout.shop()))).toList();
    }

    /** @param account where the money goes, as the rail knows it */
    record Response(String id, ShopId shop, String shopName, String rail, String account, Money amount, String state, String requestedBy,
            Instant requestedAt, @Nullable String decidedBy, @Nullable Instant endedAt, @Nullable String reason) {

        static Response of(Payout payout, @Nullable Shop shop) {
            return new Response(Long.toString(payout.id()), payout.shop(), shop == null ? "" : shop.name(), payout.receiver().rail(),
                    payout.receiver().account(), payout.amount(), payout.state(), payout.requestedBy(), payout.requestedAt(), payout.decidedBy(),
                    payout.endedAt(), payout.reason());
        }
    }
}
