package io.wanqu.identity.session;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.wanqu.identity.secret.SecretText;

import org.springframework.stereotype.Component;

/** Finds the session behind a secret; its end is seen everywhere within two seconds, and at once where it was ended. */
@Component
class KnownSessions {

    private static final Duration CACHED = Duration.ofSeconds(2);
    private static final Duration SEEN_NOTED_EVERY = Duration.ofMinutes(10);
    private static final int CACHED_MAX = 20_000;

    private final Sessions sessions;
    private final SessionSettings settings;
    private final Clock clock;
    private final Cache<ByteBuffer, Optional<Session>> cache = Caffeine.newBuilder().expireAfterWrite(CACHED).maximumSize(CACHED_MAX).build();

    KnownSessions(Sessions sessions, SessionSettings settings, Clock clock) {
        this.sessions = sessions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Those alone that are alive. */
    Optional<Session> find(SecretText text) {
        var now = clock.instant();
        return cache.get(ByteBuffer.wrap(text.hash()), hash -> look(hash.array())).filter(session -> session.alive(now, settings.idle()));
    }

    void forget(long id) {
        cache.asMap().values().removeIf(known -> known.filter(session -> session.id() == id).isPresent());
    }

    private Optional<Session> look(byte[] hash) {
        var found = sessions.find(hash);
        found.ifPresent(session -> {
            var now = clock.instant();
            var since = now.minus(SEEN_NOTED_EVERY);
            if (session.alive(now, settings.idle()) && session.seenAt().isBefore(since)) {
                sessions.seen(session.id(), now, since);
            }
        });
        return found;
    }
}
