package io.wanqu.identity.app;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.wanqu.identity.app.GrantTable.Kind;
import io.wanqu.identity.secret.SecretText;
import io.wanqu.identity.staff.KnownStaff;
import io.wanqu.kernel.Caller;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.http.Presented;

import org.springframework.stereotype.Component;

/**
 * Finds what a program's access token lets it do: never more than whoever let it in may do himself at this moment. That it
 * was taken back is seen everywhere within two seconds.
 */
@Component
public class KnownGrants {

    private static final Duration CACHED = Duration.ofSeconds(2);
    private static final int CACHED_MAX = 10_000;

    private final GrantTable grants;
    private final Apps apps;
    private final KnownStaff staff;
    private final Clock clock;
    private final Cache<ByteBuffer, Optional<Known>> cache = Caffeine.newBuilder().expireAfterWrite(CACHED).maximumSize(CACHED_MAX).build();

    KnownGrants(GrantTable grants, Apps apps, KnownStaff staff, Clock clock) {
        this.grants = grants;
        this.apps = apps;
        this.staff = staff;
        this.clock = clock;
    }

    /** Nothing where the token is unknown, over, or its giver works there no more. */
    public Optional<Presented> find(SecretText text) {
        return cache.get(ByteBuffer.wrap(Grants.hash(text.secret())), hash -> look(hash.array()))
                .filter(known -> known.grant.access().expiresAt() != null && clock.instant().isBefore(known.grant.access().expiresAt()))
                .flatMap(this::presented);
    }

    /** Forgets at once on this node. */
    void forget(String grant) {
        cache.asMap().values().removeIf(known -> known.filter(found -> found.grant.id().equals(grant)).isPresent());
    }

    private Optional<Known> look(byte[] hash) {
        return grants.by(Kind.ACCESS, hash).filter(grant -> !grant.access().over())
                .flatMap(grant -> apps.byId(grant.app()).map(app -> new Known(grant, app.name())));
    }

    private Optional<Presented> presented(Known known) {
        var grant = known.grant;
        var owner = "app:" + grant.id();
        var scopes = scopes(grant.scopes());
        if (grant.account() == null) {
            return Optional.of(new Presented(owner, new Caller(grant.shop(), known.name, scopes), null));
        }
        return staff.of(grant.account()).stream().filter(place -> place.shop().equals(grant.shop())).findFirst().map(place ->
                new Presented(owner, new Caller(grant.shop(), known.name,
                        scopes.stream().filter(place.scopes()::contains).collect(Collectors.toUnmodifiableSet()),
                        grant.account(), place.channels(), true), null));
    }

    private static Set<Scope> scopes(Set<String> texts) {
        return Set.of(Scope.values()).stream().filter(scope -> texts.contains(scope.text())).collect(Collectors.toUnmodifiableSet());
    }

    private record Known(Grant grant, String name) {
    }
}
