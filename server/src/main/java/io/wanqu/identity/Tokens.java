package io.wanqu.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The identity.token table. */
@Repository
class Tokens {

    private final JdbcClient jdbc;

    Tokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Token token, byte[] hash) {
        jdbc.sql("""
                insert into identity.token (shop_id, id, name, hash, scopes, issued_by, created_at, expires_at)
                values (:shop, :id, :name, :hash, :scopes, :account, :created, :expires)
                """)
            .param("shop", token.shop().value())
            .param("id", token.id())
            .param("name", token.name())
            .param("hash", hash)
            .param("scopes", token.scopes().stream().map(Scope::name).sorted().toArray(String[]::new))
            .param("account", token.account() == null ? null : token.account().value())
            .param("created", token.createdAt().atOffset(ZoneOffset.UTC))
            .param("expires", token.expiresAt() == null ? null : token.expiresAt().atOffset(ZoneOffset.UTC))
            .update();
    }

    Optional<Token> find(byte[] hash) {
        return jdbc.sql("""
                select shop_id, id, name, scopes, issued_by, created_at, expires_at, revoked_at, last_used_at
                  from identity.token
                 where hash = :hash
                """)
            .param("hash", hash)
            .query((row, n) -> read(row))
            .optional();
    }

    /** Newest first, below {@code before}; revoked ones stay as a record. */
    List<Token> list(ShopId shop, long before, int limit) {
        return jdbc.sql("""
                select shop_id, id, name, scopes, issued_by, created_at, expires_at, revoked_at, last_used_at
                  from identity.token
                 where shop_id = :shop
                   and id < :before
                 order by id desc
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("before", before)
            .param("limit", limit)
            .query((row, n) -> read(row))
            .list();
    }

    /** True also for one that was revoked before, whose time stays. */
    boolean revoke(ShopId shop, long id, Instant at) {
        return jdbc.sql("""
                update identity.token
                   set revoked_at = coalesce(revoked_at, :at)
                 where shop_id = :shop
                   and id = :id
                """)
            .param("shop", shop.value())
            .param("id", id)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update() == 1;
    }

    /** Without an account, all of the shop. */
    void revokeAll(ShopId shop, @Nullable AccountId issuer, Instant at) {
        jdbc.sql("""
                update identity.token
                   set revoked_at = :at
                 where shop_id = :shop
                   and revoked_at is null
                   and (:issuer::bigint is null or issued_by = :issuer)
                """)
            .param("shop", shop.value())
            .param("issuer", issuer == null ? null : issuer.value())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update();
    }

    /** Written at most once in an hour, so that a busy token costs no write per request. */
    void used(Token token, Instant at, Instant unlessSince) {
        jdbc.sql("""
                update identity.token
                   set last_used_at = :at
                 where shop_id = :shop
                   and id = :id
                   and (last_used_at is null or last_used_at < :since)
                """)
            .param("shop", token.shop().value())
            .param("id", token.id())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("since", unlessSince.atOffset(ZoneOffset.UTC))
            .update();
    }

    private static Token read(ResultSet row) throws SQLException {
        return new Token(new ShopId(row.getLong("shop_id")), row.getLong("id"), row.getString("name"),
                scopes((String[]) row.getArray("scopes").getArray()), account(row),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "expires_at"), instant(row, "revoked_at"), instant(row, "last_used_at"));
    }

    private static @Nullable AccountId account(ResultSet row) throws SQLException {
        var id = row.getObject("issued_by", Long.class);
        return id == null ? null : new AccountId(id);
    }

    private static Set<Scope> scopes(String[] names) {
        var scopes = EnumSet.noneOf(Scope.class);
        Arrays.stream(names).map(Scope::valueOf).forEach(scopes::add);
        return Set.copyOf(scopes);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
