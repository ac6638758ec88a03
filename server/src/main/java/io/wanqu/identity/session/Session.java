package io.wanqu.identity.session;

import java.time.Duration;
import java.time.Instant;

import io.wanqu.kernel.AccountId;

import org.jspecify.annotations.Nullable;

/**
 * Somebody signed in somewhere; everything but the secret.
 *
 * @param name       what the person is called
 * @param freshUntil until when he need not prove again who he is
 */
public record Session(long id, AccountId account, String name, State state, Kind kind, Instant createdAt, Instant seenAt, Instant endsAt,
        @Nullable Instant freshUntil, @Nullable Instant endedAt) {

    /** It ends when it is told to, when it was not used for long, and some day in any case. */
    boolean alive(Instant now, Duration idle) {
        return endedAt == null && now.isBefore(endsAt) && now.isBefore(seenAt.plus(idle));
    }

    public boolean fresh(Instant now) {
        return freshUntil != null && now.isBefore(freshUntil);
    }

    Session freshUntil(Instant until) {
        return new Session(id, account, name, state, kind, createdAt, seenAt, endsAt, until, endedAt);
    }

    /** For the second factor nobody has longer than this. */
    static final Duration HALF_OPEN = Duration.ofMinutes(10);

    /** How far the log-in has come. */
    public enum State {
        SECOND_FACTOR, OPEN
    }

    /** How the secret is kept, and so how it must come: a stolen cookie is no token, and the other way round. */
    public enum Kind {
        WEB, PROGRAM
    }
}
