package io.wanqu.identity.app;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The identity.app_grant table. */
@Repository
class GrantTable {

    private static final String COLUMNS = """
            shop_id, id, app_id, account_id, kind, scopes, request, state_hash, code_hash, code_issued_at, code_expires_at, code_over,
            access_hash, access_issued_at, access_expires_at, access_over, refresh_hash, refresh_issued_at, refresh_expires_at, refresh_over,
            version
            """;

    private final JdbcClient jdbc;

    GrantTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Grant grant, Instant now) {
        bound("""
                insert into identity.app_grant (shop_id, id, app_id, account_id, kind, scopes, request, state_hash, code_hash, code_issued_at,
                       code_expires_at, code_over, access_hash, access_issued_at, access_expires_at, access_over, refresh_hash,
                       refresh_issued_at, refresh_expires_at, refresh_over, version, created_at)
                values (:shop, :id, :app, :account, :kind, :scopes, :request, :state, :code, :codeIssued,
                       :codeExpires, :codeOver, :access, :accessIssued, :accessExpires, :accessOver, :refresh,
                       :refreshIssued, :refreshExpires, :refreshOver, 1, :now)
                """, grant)
            .param("app", grant.app())
            .param("account", grant.account() == null ? null : grant.account().value())
            .param("kind", grant.kind())
            .param("request", grant.request())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update();
    }

    /** False when it was changed meanwhile: a code or a refresh token was used twice at once. */
    boolean change(Grant grant) {
        return bound("""
                update identity.app_grant
                   set scopes = :scopes, state_hash = :state,
                       code_hash = :code, code_issued_at = :codeIssued, code_expires_at = :codeExpires, code_over = :codeOver,
                       access_hash = :access, access_issued_at = :accessIssued, access_expires_at = :accessExpires, access_over = :accessOver,
                       refresh_before = case when refresh_hash is distinct from :refresh then refresh_hash else refresh_before end,
                       refresh_hash = :refresh, refresh_issued_at = :refreshIssued, refresh_expires_at = :refreshExpires,
                       refresh_over = :refreshOver, version = version + 1
                 where shop_id = :shop
                   and id = :id
                   and version = :version
                """, grant)
            .param("version", grant.version())
            .update() == 1;
    }

    void remove(String id) {
        jdbc.sql("delete from identity.app_grant where id = :id").param("id", id).update();
    }

    /** What somebody takes back himself. */
    boolean remove(AccountId account, String id) {
        return jdbc.sql("delete from identity.app_grant where account_id = :account and id = :id")
            .param("account", account.value())
            .param("id", id)
            .update() == 1;
    }

    /** A refresh token that was replaced before is in the wrong hands, or was: nobody keeps anything. */
    void removeReplayed(byte[] refresh) {
        jdbc.sql("delete from identity.app_grant where refresh_before = :refresh").param("refresh", refresh).update();
    }

    /** What has expired, and whatever was allowed so long ago that it is asked anew, however often it was renewed. */
    void forget(Instant before, Instant allowedBefore) {
        jdbc.sql("""
                delete from identity.app_grant
                 where created_at < :before
                   and (coalesce(refresh_expires_at, access_expires_at, code_expires_at, created_at) < :before or created_at < :allowed)
                """)
            .param("before", before.atOffset(ZoneOffset.UTC))
            .param("allowed", allowedBefore.atOffset(ZoneOffset.UTC))
            .update();
    }

    Optional<Grant> byId(String id) {
        return jdbc.sql("select " + COLUMNS + " from identity.app_grant where id = :id").param("id", id)
            .query((row, n) -> read(row)).optional();
    }

    Optional<Grant> by(Kind kind, byte[] hash) {
        return jdbc.sql("select " + COLUMNS + " from identity.app_grant where " + kind.column + " = :hash").param("hash", hash)
            .query((row, n) -> read(row)).optional();
    }

    /** Those by which something can still be done. */
    List<Grant> of(AccountId account, Instant now) {
        return jdbc.sql("select " + COLUMNS + """
                  from identity.app_grant
                 where account_id = :account
                   and (access_expires_at > :now and not access_over or refresh_expires_at > :now and not refresh_over)
                 order by created_at desc, id
                """)
            .param("account", account.value())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .query((row, n) -> read(row))
            .list();
    }

    private JdbcClient.StatementSpec bound(String sql, Grant grant) {
        var statement = jdbc.sql(sql)
            .param("shop", grant.shop().value())
            .param("id", grant.id())
            .param("scopes", grant.scopes().stream().sorted().toArray(String[]::new))
            .param("state", grant.state());
        bind(statement, "code", grant.code());
        bind(statement, "access", grant.access());
        bind(statement, "refresh", grant.refresh());
        return statement;
    }

    private static void bind(JdbcClient.StatementSpec statement, String name, Grant.Secret secret) {
        statement.param(name, secret.hash())
            .param(name + "Issued", time(secret.issuedAt()))
            .param(name + "Expires", time(secret.expiresAt()))
            .param(name + "Over", secret.over());
    }

    private static Grant read(ResultSet row) throws SQLException {
        var account = row.getObject("account_id", Long.class);
        return new Grant(new ShopId(row.getLong("shop_id")), row.getString("id"), row.getLong("app_id"),
                account == null ? null : new AccountId(account), row.getString("kind"), Set.of((String[]) row.getArray("scopes").getArray()),
                row.getString("request"), row.getBytes("state_hash"), secret(row, "code"), secret(row, "access"), secret(row, "refresh"),
                row.getInt("version"));
    }

    private static Grant.Secret secret(ResultSet row, String name) throws SQLException {
        return new Grant.Secret(row.getBytes(name + "_hash"), instant(row, name + "_issued_at"), instant(row, name + "_expires_at"),
                row.getBoolean(name + "_over"));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** By what a grant is found; the names of the columns are constants. */
    enum Kind {
        STATE("state_hash"), CODE("code_hash"), ACCESS("access_hash"), REFRESH("refresh_hash");

        private final String column;

        Kind(String column) {
            this.column = column;
        }
    }
}
