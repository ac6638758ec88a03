package io.wanqu.aftersale.reputation;

import java.time.Duration;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.wanqu.kernel.ShopId;
import io.wanqu.settlement.StandingOfShops;
import io.wanqu.shop.Shop;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers from memory what a shop's level means for its money and for how it is seen; seconds old on other nodes. */
@Component
class KnownStanding implements StandingOfShops, Shop.Badges {

    private static final int CACHED_MAX = 100_000;

    private final Reputations reputations;
    private final Cache<ShopId, Optional<Reputations.Day>> cache =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(5)).maximumSize(CACHED_MAX).build();

    KnownStanding(Reputations reputations) {
        this.reputations = reputations;
    }

    @Override
    public int waitPercent(ShopId shop) {
        return meaning(shop).waitPercent;
    }

    @Override
    public int depositPercent(ShopId shop) {
        return meaning(shop).depositPercent;
    }

    @Override
    public Shop.@Nullable Badge of(ShopId shop) {
        return day(shop).map(it -> new Shop.Badge(it.level(), it.score(), it.orders())).orElse(null);
    }

    Meaning meaning(ShopId shop) {
        return day(shop).map(it -> Meaning.of(it.level())).orElse(Meaning.USUAL);
    }

    void forget() {
        cache.invalidateAll();
    }

    private Optional<Reputations.Day> day(ShopId shop) {
        return cache.get(shop, reputations::latest);
    }

    /**
     * What a level does.
     *
     * @param weightPercent how much more, or less, a shop may be shown than others
     */
    record Meaning(int waitPercent, int depositPercent, int weightPercent) {

        static final Meaning USUAL = new Meaning(100, 100, 100);

        static Meaning of(String level) {
            return switch (level) {
                case "gold" -> new Meaning(50, 50, 120);
                case "fair" -> new Meaning(150, 150, 80);
                case "watch" -> new Meaning(300, 200, 50);
                default -> USUAL;
            };
        }
    }
}
