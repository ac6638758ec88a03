package io.wanqu.storefront.voucher;

import java.time.Clock;
import java.time.Duration;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.storefront.StorefrontProblem;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes a redemption back: the till that did it for a short while, a manager for a month; once, and it stays written down. */
@Service
class ReverseRedemption {

    private static final Duration MANAGERS_TIME = Duration.ofDays(30);

    private final VoucherPools pools;
    private final Redemptions redemptions;
    private final ShopScope scope;
    private final Clock clock;

    ReverseRedemption(VoucherTables tables, ShopScope scope, Clock clock) {
        this.pools = tables.pools();
        this.redemptions = tables.redemptions();
        this.scope = scope;
        this.clock = clock;
    }

    Redemption reverse(ShopId shop, long id, Ask ask) {
        return scope.in(shop, () -> {
            var redemption = redemptions.find(shop, id).orElseThrow(() -> new StorefrontProblem.UnknownRedemption(id));
            if (!ask.manager && !redemption.till().equals(ask.till)) {
                throw new StorefrontProblem.NotReversible("another till redeemed it");
            }
            var window = ask.manager ? MANAGERS_TIME : redemptions.pool(shop, redemption.card()).flatMap(pool -> pools.find(shop, pool))
                    .map(VoucherPool::reversal).orElse(Duration.ZERO);
            if (clock.instant().isAfter(redemption.redeemedAt().plus(window))) {
                throw new StorefrontProblem.NotReversible("the time for it is over");
            }
            if (!redemptions.reverse(shop, id, ask.by, clock.instant(), ask.reason)) {
                throw new StorefrontProblem.NotReversible("it was taken back before");
            }
            return redemptions.find(shop, id).orElseThrow();
        });
    }

    /** @param manager whether the one who asks may take back what any till did */
    record Ask(@Nullable ChannelId till, boolean manager, String by, @Nullable String reason) {
    }
}
