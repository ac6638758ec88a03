package io.wanqu.settlement.terms;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;
import io.wanqu.ordering.TermsOfSale;
import io.wanqu.settlement.StandingOfShops;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers from memory what a sale costs: the terms in force that are made for the shop's channel, else for the shop, else for
 * all. A change is seen on other nodes within seconds; an order keeps the commission it was placed with.
 */
@Component
class KnownTerms implements TermsOfSale {

    /** Nothing is taken, and a day is left to complain, while nobody has said otherwise. */
    private static final Duration USUAL_WAIT = Duration.ofDays(1);
    private static final Duration CACHED = Duration.ofSeconds(5);
    private static final long WHOLE = 100;
    private static final int CACHED_MAX = 100_000;
    private static final Comparator<SaleTerms.Row> CLOSER =
            Comparator.comparing((SaleTerms.Row row) -> row.channel() != null).thenComparing(row -> !row.shop().equals(ShopId.PLATFORM));

    private final SaleTerms terms;
    private final StandingOfShops standing;
    private final Clock clock;
    private final Cache<ShopId, List<SaleTerms.Row>> cache =
            Caffeine.newBuilder().expireAfterWrite(CACHED).maximumSize(CACHED_MAX).build();

    KnownTerms(SaleTerms terms, StandingOfShops standing, Clock clock) {
        this.standing = standing;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public int commissionBasisPoints(ShopId shop, ChannelId channel) {
        return inForce(shop, channel).map(SaleTerms.Row::commissionBasisPoints).orElse(0);
    }

    @Override
    public Duration drawAfter(ShopId shop) {
        var agreed = inForce(shop, null).map(row -> Duration.ofHours(row.drawAfterHours())).orElse(USUAL_WAIT);
        return agreed.multipliedBy(standing.waitPercent(shop)).dividedBy(WHOLE);
    }

    void forget() {
        cache.invalidateAll();
    }

    /** Of those that are equally close the youngest counts; they are sorted so, and the first of equals is kept. */
    private Optional<SaleTerms.Row> inForce(ShopId shop, @Nullable ChannelId channel) {
        var now = clock.instant();
        return cache.get(shop, terms::of).stream()
                .filter(row -> !row.from().isAfter(now) && (row.channel() == null || row.channel().equals(channel)))
                .reduce((kept, next) -> CLOSER.compare(next, kept) > 0 ? next : kept);
    }
}
