package io.wanqu.identity.session;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.wanqu.identity.account.Accounts;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Json;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.sealing.Sealing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The identity.session table. */
@Repository
class Sessions {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Sealing sealing;

    Sessions(JdbcClient jdbc, Accounts accounts, Sealing sealing) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.sealing = sealing;
    }

    void add(Session session, byte[] hash, Where where) {
        jdbc.sql("""
                insert into identity.session (id, account_id, hash, state, kind, origin, created_at, seen_at, ends_at, fresh_until)
                values (:id, :account, :hash, :state, :kind, :origin, :created, :created, :ends, :fresh)
                """)
            .param("id", session.id())
            .param("account", session.account().value())
            .param("hash", hash)
            .param("state", text(session.state()))
            .param("kind", text(session.kind()))
            .param("origin", sealing.seal(ShopId.PLATFORM, bound(session.id()), Json.write(where).getBytes(StandardCharsets.UTF_8)))
            .param("created", session.createdAt().atOffset(ZoneOffset.UTC))
            .param("ends", session.endsAt().atOffset(ZoneOffset.UTC))
            .param("fresh", session.freshUntil() == null ? null : session.freshUntil().atOffset(ZoneOffset.UTC))
            .update();
    }

    /** Of accounts that are in use; also sessions that have ended. */
    Optional<Session> find(byte[] hash) {
        return jdbc.sql("""
                select session.id, account_id, name, session.state, kind, session.created_at, seen_at, ends_at, fresh_until, ended_at
                  from identity.session
                  join identity.account on account.id = account_id and account.state = 'active'
                 where hash = :hash
                """)
            .param("hash", hash)
            .query((row, n) -> read(row))
            .optional();
    }

    /** Those that have not ended, the last used first. */
    List<Listed> list(AccountId account, Instant now, Instant seenAfter) {
        return jdbc.sql("""
                select id, kind, origin, created_at, seen_at
                  from identity.session
                 where account_id = :account
                   and ended_at is null
                   and ends_at > :now
                   and seen_at > :seen
                 order by seen_at desc, id desc
                """)
            .param("account", account.value())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("seen", seenAfter.atOffset(ZoneOffset.UTC))
            .query((row, n) -> new Listed(row.getLong("id"), kind(row), where(row.getLong("id"), row.getBytes("origin")),
                    instant(row, "created_at"), instant(row, "seen_at")))
            .list();
    }

    boolean end(AccountId account, long id, Instant at) {
        return jdbc.sql("""
                update identity.session
                   set ended_at = :at
                 where id = :id
                   and account_id = :account
                   and ended_at is null
                """)
            .param("id", id)
            .param("account", account.value())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update() == 1;
    }

    /** The ids of those that were ended. */
    List<Long> endOthers(AccountId account, long kept, Instant at) {
        return jdbc.sql("""
                update identity.session
                   set ended_at = :at
                 where account_id = :account
                   and id <> :kept
                   and ended_at is null
                returning id
                """)
            .param("account", account.value())
            .param("kept", kept)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .list();
    }

    boolean renew(long id, byte[] hash) {
        return jdbc.sql("update identity.session set hash = :hash where id = :id and ended_at is null")
            .param("id", id)
            .param("hash", hash)
            .update() == 1;
    }

    void forget(Instant before) {
        jdbc.sql("delete from identity.session where ended_at < :before or ends_at < :before")
            .param("before", before.atOffset(ZoneOffset.UTC))
            .update();
    }

    boolean refresh(long id, Instant freshUntil) {
        return jdbc.sql("update identity.session set fresh_until = :until where id = :id and ended_at is null and state = 'open'")
            .param("id", id)
            .param("until", freshUntil.atOffset(ZoneOffset.UTC))
            .update() == 1;
    }

    /** Written at most every so often, so that a busy session costs no write per request. */
    void seen(long id, Instant at, Instant unlessSince) {
        jdbc.sql("update identity.session set seen_at = :at where id = :id and seen_at < :since and ended_at is null")
            .param("id", id)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("since", unlessSince.atOffset(ZoneOffset.UTC))
            .update();
    }

    private Session read(ResultSet row) throws SQLException {
        var account = new AccountId(row.getLong("account_id"));
        var fresh = row.getObject("fresh_until", OffsetDateTime.class);
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Session(row.getLong("id"), account, accounts.name(account, row.getBytes("name")),
                Session.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)), kind(row), instant(row, "created_at"),
                instant(row, "seen_at"), instant(row, "ends_at"), fresh == null ? null : fresh.toInstant(),
                ended == null ? null : ended.toInstant());
    }

    private Where where(long id, byte[] sealed) {
        return Json.read(new String(sealing.open(ShopId.PLATFORM, bound(id), sealed), StandardCharsets.UTF_8), Where.class);
    }

    private static Session.Kind kind(ResultSet row) throws SQLException {
        return Session.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static String bound(long id) {
        return "identity.session/" + id;
    }

    /** Where a session was opened, as its owner will recognise it. */
    record Where(String address, String agent) {
    }

    /** A session as its owner sees it in a list. */
    record Listed(long id, Session.Kind kind, Where where, Instant createdAt, Instant seenAt) {
    }
}
