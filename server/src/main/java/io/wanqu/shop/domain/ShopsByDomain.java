package io.wanqu.shop.domain;

import java.time.Duration;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.wanqu.kernel.ShopId;
import io.wanqu.shop.Shops;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the shop of a host; asked for every page, so it remembers for two seconds, also that there is none. */
@Component
class ShopsByDomain implements Shops.OwnDomains {

    private static final Duration CACHED = Duration.ofSeconds(2);
    private static final int CACHED_MAX = 10_000;

    private final Domains domains;
    private final Cache<Host, Optional<ShopId>> cache = Caffeine.newBuilder().expireAfterWrite(CACHED).maximumSize(CACHED_MAX).build();

    ShopsByDomain(Domains domains) {
        this.domains = domains;
    }

    @Override
    public Optional<ShopId> owner(@Nullable String host) {
        return Host.read(host).flatMap(known -> cache.get(known, domains::owner));
    }

    void forget(Host host) {
        cache.invalidate(host);
    }
}
