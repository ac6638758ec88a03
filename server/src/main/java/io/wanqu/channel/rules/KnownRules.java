package io.wanqu.channel.rules;

import java.time.Duration;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;
import io.wanqu.ordering.ChannelClock;
import io.wanqu.payment.RailsAllowed;
import io.wanqu.risk.ProfileOfChannel;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers the trade what a channel's rule says; up to two seconds old, because every order asks. */
@Component
class KnownRules implements ChannelClock, RailsAllowed, ProfileOfChannel {

    private static final Duration OLD_MAX = Duration.ofSeconds(2);
    private static final int KEPT_MAX = 10_000;

    private final LoadingCache<Key, Rule> rules;

    KnownRules(Rules rules) {
        this.rules = Caffeine.newBuilder().expireAfterWrite(OLD_MAX).maximumSize(KEPT_MAX).build(key -> rules.of(key.shop, key.channel));
    }

    @Override
    public Optional<Duration> confirmAfter(ShopId shop, ChannelId channel) {
        return Optional.ofNullable(rules.get(new Key(shop, channel)).confirmHours()).map(Duration::ofHours);
    }

    @Override
    public boolean allows(ShopId shop, ChannelId channel, String rail) {
        var rails = rules.get(new Key(shop, channel)).rails();
        return rails == null || rails.contains(rail);
    }

    @Override
    public @Nullable String riskProfile(ShopId shop, ChannelId channel) {
        return rules.get(new Key(shop, channel)).riskProfile();
    }

    private record Key(ShopId shop, ChannelId channel) {
    }
}
