package io.wanqu.identity;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.wanqu.identity.secret.SecretText;
import io.wanqu.kernel.ShopId;

import org.springframework.stereotype.Component;

/** Finds the token behind a text; a revocation is seen everywhere within two seconds. */
@Component
class KnownTokens {

    private static final Duration CACHED = Duration.ofSeconds(2);
    private static final Duration USE_NOTED_EVERY = Duration.ofHours(1);
    private static final int CACHED_MAX = 10_000;

    private final Tokens tokens;
    private final Clock clock;
    private final Cache<ByteBuffer, Token> cache = Caffeine.newBuilder().expireAfterWrite(CACHED).maximumSize(CACHED_MAX).build();

    KnownTokens(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    Optional<Token> find(SecretText text) {
        var hash = text.hash();
        var cached = cache.getIfPresent(ByteBuffer.wrap(hash));
        if (cached != null) {
            return Optional.of(cached);
        }
        var found = tokens.find(hash);
        found.ifPresent(token -> {
            noteUse(token);
            cache.put(ByteBuffer.wrap(hash), token);
        });
        return found;
    }

    /** Forgets at once on this node. */
    void forget(long token) {
        cache.asMap().values().removeIf(known -> known.id() == token);
    }

    /** Forgets those of a shop at once on this node. */
    void forget(ShopId shop) {
        cache.asMap().values().removeIf(known -> known.shop().equals(shop));
    }

    private void noteUse(Token token) {
        var now = clock.instant();
        var since = now.minus(USE_NOTED_EVERY);
        if (token.lastUsedAt() == null || token.lastUsedAt().isBefore(since)) {
            tokens.used(token, now, since);
        }
    }
}
