package io.wanqu.identity.bootstrap;

import java.time.Instant;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The identity.first_operator table. */
@Repository
class FirstOperatorLink {

    private final JdbcClient jdbc;

    FirstOperatorLink(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As long as the platform has no people of its own. */
    boolean wanted() {
        return jdbc.sql("select not exists (select 1 from identity.staff where shop_id = 0)").query(Boolean.class).single();
    }

    /** A new link replaces the one before, also one that was used by somebody who is gone. */
    void put(byte[] hash, Instant now) {
        jdbc.sql("""
                insert into identity.first_operator (hash, drawn_at)
                values (:hash, :now)
                    on conflict (only_one) do update set hash = excluded.hash, drawn_at = excluded.drawn_at, used_at = null
                """)
            .param("hash", hash)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update();
    }

    boolean use(byte[] hash, Instant now) {
        return jdbc.sql("update identity.first_operator set used_at = :now where hash = :hash and used_at is null")
            .param("hash", hash)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update() == 1;
    }
}
