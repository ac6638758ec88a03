package io.wanqu.identity.watch;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.sealing.Sealing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The identity.familiar table: from where somebody logs in. */
@Repository
public class FamiliarPlaces {

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Clock clock;

    FamiliarPlaces(JdbcClient jdbc, Sealing sealing, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.clock = clock;
    }

    public boolean knows(AccountId account, Origin origin) {
        return jdbc.sql("select exists (select 1 from identity.familiar where account_id = :account and kind = 'device' and mark = :mark)")
            .param("account", account.value())
            .param("mark", mark("device", origin.device()))
            .query(Boolean.class)
            .single();
    }

    /** Makes the place a familiar one, and tells what was new about it; of the very first place nothing is. */
    public Novelty visit(AccountId account, Origin origin) {
        var first = !jdbc.sql("select exists (select 1 from identity.familiar where account_id = :account)")
            .param("account", account.value())
            .query(Boolean.class)
            .single();
        var device = visit(account, "device", origin.device());
        var network = visit(account, "network", origin.network());
        return first ? Novelty.NONE : device ? Novelty.DEVICE : network ? Novelty.NETWORK : Novelty.NONE;
    }

    private boolean visit(AccountId account, String kind, String text) {
        return jdbc.sql("""
                insert into identity.familiar (account_id, kind, mark, first_at, last_at)
                values (:account, :kind, :mark, :now, :now)
                    on conflict (account_id, kind, mark) do update set last_at = excluded.last_at
                returning first_at = last_at
                """)
            .param("account", account.value())
            .param("kind", kind)
            .param("mark", mark(kind, text))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query(Boolean.class)
            .single();
    }

    /** Nothing is familiar any more but the place from where this is asked. */
    public void forgetOthers(AccountId account, Origin kept) {
        jdbc.sql("delete from identity.familiar where account_id = :account and kind = 'device' and mark <> :mark")
            .param("account", account.value())
            .param("mark", mark("device", kept.device()))
            .update();
    }

    void forget(Instant unusedSince) {
        jdbc.sql("delete from identity.familiar where last_at < :since").param("since", unusedSince.atOffset(ZoneOffset.UTC)).update();
    }

    private byte[] mark(String kind, String text) {
        return sealing.platformHash("identity.familiar-" + kind, text.getBytes(StandardCharsets.UTF_8));
    }

    /** What is new about a place. */
    public enum Novelty {
        NONE, NETWORK, DEVICE
    }
}
