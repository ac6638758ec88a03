package io.wanqu.storefront.voucher;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.Limiter;
import io.wanqu.ordering.viewing.OrderQueries;
import io.wanqu.storefront.StorefrontProblem;
import io.wanqu.vault.delivered.FindCard;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Redeems vouchers. The till's number makes a repeat harmless, one guarded row keeps two tills apart, and wrong codes are
 * counted, so that nobody tries codes out.
 */
@Service
class RedeemVoucher {

    private static final int WRONG_MAX = 20;
    private static final Duration PERIOD = Duration.ofMinutes(10);

    private final FindCard findCard;
    private final VoucherPools pools;
    private final Redemptions redemptions;
    private final OrderQueries orders;
    private final Ids ids;
    private final ShopScope scope;
    private final Clock clock;
    private final Limiter wrong;

    RedeemVoucher(FindCard findCard, VoucherTables tables, OrderQueries orders, Ids ids, ShopScope scope, Clock clock) {
        this.findCard = findCard;
        this.pools = tables.pools();
        this.redemptions = tables.redemptions();
        this.orders = orders;
        this.ids = ids;
        this.scope = scope;
        this.clock = clock;
        this.wrong = new Limiter(WRONG_MAX, PERIOD, clock);
    }

    /** A try is taken before the look and given back when the code was right. */
    Redeemed redeem(Ask ask) {
        var key = ask.shop + "/" + ask.till;
        var tries = wrong.take(key);
        if (!tries.allowed()) {
            throw new StorefrontProblem.TooManyWrongCodes(tries.retryAfterSeconds());
        }
        try {
            return given(key, scope.in(ask.shop, () -> redeemOnce(ask)));
        } catch (StorefrontProblem.UnknownVoucher guessed) {
            throw guessed;
        } catch (StorefrontProblem known) {
            throw given(key, known);
        }
    }

    private <T> T given(String key, T answer) {
        wrong.giveBack(key);
        return answer;
    }

    private Redeemed redeemOnce(Ask ask) {
        var found = findCard.delivered(ask.shop, ask.number, ask.code).orElseThrow(StorefrontProblem.UnknownVoucher::new);
        var pool = pools.find(ask.shop, found.pool()).orElseThrow(StorefrontProblem.UnknownVoucher::new);
        redemptions.know(pool, found.card());
        var fresh = new Redemption(ids.next(), ask.till, ask.serial, found.card(), ask.uses, 0, ask.by, clock.instant(), null, null, null);
        if (!redemptions.add(ask.shop, fresh)) {
            return repeat(ask, found.card());
        }
        check(ask.shop, found);
        if (redemptions.use(ask.shop, found.card(), ask.uses).isEmpty()) {
            throw new StorefrontProblem.VoucherUsed(ask.uses, redemptions.left(ask.shop, found.card()));
        }
        return new Redeemed(redemptions.find(ask.shop, fresh.id()).orElseThrow(), false);
    }

    private Redeemed repeat(Ask ask, long card) {
        var before = redemptions.find(ask.shop, ask.till, ask.serial).orElseThrow();
        if (before.card() != card || before.uses() != ask.uses) {
            throw new StorefrontProblem.SerialReused(ask.serial);
        }
        return new Redeemed(before, true);
    }

    private void check(ShopId shop, FindCard.Found found) {
        Instant expires = found.expiresAt();
        if (expires != null && !expires.isAfter(clock.instant())) {
            throw new StorefrontProblem.VoucherExpired(expires.toString());
        }
        if (found.holder() != null) {
            orders.find(shop, new OrderId(found.holder())).ifPresent(order -> {
                var line = order.lines().stream().filter(it -> it.line() == found.line()).findFirst();
                var state = line.filter(it -> !it.state().equals("delivered")).map(it -> it.state()).orElse(order.state());
                if (!state.equals("delivered") && !state.equals("confirmed") && !state.equals("partial")) {
                    throw new StorefrontProblem.VoucherReturned(state);
                }
            });
        }
    }

    /** @param code what is written on the voucher */
    record Ask(ShopId shop, ChannelId till, String serial, @Nullable String number, String code, int uses, String by) {

        @Override
        public String toString() {
            return "Ask[" + till + "/" + serial + "]";
        }
    }

    /** @param repeated whether it had been done before under the same number */
    record Redeemed(Redemption redemption, boolean repeated) {
    }
}
