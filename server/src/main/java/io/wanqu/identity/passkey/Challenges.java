package io.wanqu.identity.passkey;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.sealing.Sealing;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The identity.challenge table: what was asked of which device; each is answered once, and soon. */
@Repository
class Challenges {

    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final Clock clock;

    Challenges(JdbcClient jdbc, Sealing sealing, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** @param account who adds a passkey; null for who signs in with one */
    void put(byte[] challenge, @Nullable AccountId account, String device) {
        var now = clock.instant();
        jdbc.sql("delete from identity.challenge where expires_at < :now").param("now", now.atOffset(ZoneOffset.UTC)).update();
        jdbc.sql("insert into identity.challenge (hash, expires_at) values (:hash, :expires)")
            .param("hash", hash(challenge, account, device))
            .param("expires", now.plus(GOOD_FOR).atOffset(ZoneOffset.UTC))
            .update();
    }

    boolean take(byte[] challenge, @Nullable AccountId account, String device) {
        return jdbc.sql("delete from identity.challenge where hash = :hash and expires_at > :now")
            .param("hash", hash(challenge, account, device))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update() == 1;
    }

    private byte[] hash(byte[] challenge, @Nullable AccountId account, String device) {
        var text = new String(challenge, StandardCharsets.ISO_8859_1) + "/" + (account == null ? "" : account.text()) + "/" + device;
        return sealing.platformHash("identity.challenge", text.getBytes(StandardCharsets.UTF_8));
    }
}
