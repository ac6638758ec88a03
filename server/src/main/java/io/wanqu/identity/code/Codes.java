package io.wanqu.identity.code;

import java.time.Instant;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The identity.code table. */
@Repository
class Codes {

    private static final int TRIES_MAX = 5;

    private final JdbcClient jdbc;

    Codes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new code replaces the one before. */
    void put(Key key, byte[] hash, Instant expires) {
        jdbc.sql("""
                insert into identity.code (receiver, purpose, asker, hash, expires_at)
                values (:receiver, :purpose, :asker, :hash, :expires)
                    on conflict (receiver, purpose, asker)
                    do update set hash = excluded.hash, tries = 0, expires_at = excluded.expires_at, used_at = null
                """)
            .param("receiver", key.receiver)
            .param("purpose", key.purpose.text())
            .param("asker", key.asker)
            .param("hash", hash)
            .param("expires", expires.atOffset(ZoneOffset.UTC))
            .update();
    }

    /** Counts the try and uses the code up in one statement: of many tries at once each is counted, and one at most is right. */
    boolean use(Key key, byte[] hash, Instant now) {
        return jdbc.sql("""
                update identity.code
                   set tries = tries + 1, used_at = case when hash = :hash then :now end
                 where receiver = :receiver and purpose = :purpose and asker = :asker
                   and used_at is null
                   and expires_at > :now
                   and tries < :max
                returning used_at is not null
                """)
            .param("receiver", key.receiver)
            .param("purpose", key.purpose.text())
            .param("asker", key.asker)
            .param("hash", hash)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("max", TRIES_MAX)
            .query(Boolean.class)
            .optional()
            .orElse(false);
    }

    void forget(Instant expiredBefore) {
        jdbc.sql("delete from identity.code where expires_at < :before").param("before", expiredBefore.atOffset(ZoneOffset.UTC)).update();
    }

    /** Whom a code was sent to, for what, and who had asked for it. */
    record Key(byte[] receiver, Purpose purpose, byte[] asker) {
    }
}
