package io.wanqu.privacy.incident;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A leak of personal data, or the suspicion of one. The clocks run from the moment somebody knew.
 *
 * @param investigated when somebody began to look into it
 */
record Incident(long id, String title, String description, Instant knownAt, String openedBy, Clocks until, Clocks done, @Nullable Instant endedAt) {

    static final Duration INVESTIGATE = Duration.ofHours(1);
    static final Duration PUBLISH = Duration.ofHours(24);
    static final Duration COMPENSATE = Duration.ofHours(72);

    static Clocks clocks(Instant knownAt) {
        return new Clocks(knownAt.plus(INVESTIGATE), knownAt.plus(PUBLISH), knownAt.plus(COMPENSATE));
    }

    record Clocks(@Nullable Instant investigated, @Nullable Instant published, @Nullable Instant compensated) {
    }
}
