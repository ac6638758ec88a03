package io.wanqu.identity.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The identity.tries table. */
@Repository
class TryTable {

    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final JdbcClient jdbc;

    TryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts a try, and makes whoever comes after it wait, longer each time; false while it is too early. */
    boolean take(byte[] key, Allowance allowance, Instant now) {
        return jdbc.sql("""
                insert into identity.tries as kept (key, count, last_at)
                values (:key, 1, :now)
                    on conflict (key) do update
                   set count = case when kept.last_at < :stale then 1 else kept.count + 1 end,
                       last_at = :now,
                       blocked_until = case when kept.last_at >= :stale and kept.count + 1 >= :free
                           then :now + make_interval(secs => least(:longest, :first * 2 ^ least(kept.count + 1 - :free, 20))) end
                 where kept.blocked_until is null or kept.blocked_until <= :now
                """)
            .param("key", key)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("stale", now.minus(FORGOTTEN_AFTER).atOffset(ZoneOffset.UTC))
            .param("free", allowance.free())
            .param("first", allowance.firstWait().toSeconds())
            .param("longest", allowance.longestWait().toSeconds())
            .update() == 1;
    }

    Optional<Instant> blockedUntil(byte[] key) {
        return jdbc.sql("select blocked_until from identity.tries where key = :key and blocked_until is not null")
            .param("key", key)
            .query((row, n) -> row.getObject("blocked_until", OffsetDateTime.class).toInstant())
            .optional();
    }

    void clear(byte[] key) {
        jdbc.sql("delete from identity.tries where key = :key").param("key", key).update();
    }

    void forget(Instant before) {
        jdbc.sql("delete from identity.tries where last_at < :before").param("before", before.atOffset(ZoneOffset.UTC)).update();
    }

    /** So many tries are free; then there is a wait, twice as long each time. */
    record Allowance(int free, Duration firstWait, Duration longestWait) {
    }
}
