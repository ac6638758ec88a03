package io.wanqu.identity.app;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Repository;

/** The identity.app table; those that were revoked are found no more. */
@Repository
class Apps implements RegisteredClientRepository {

    private final JdbcClient jdbc;

    Apps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(App app) {
        jdbc.sql("""
                insert into identity.app (shop_id, id, client_id, secret, name, redirect_uris, scopes, created_at)
                values (:shop, :id, :client, :secret, :name, :uris, :scopes, :created)
                """)
            .param("shop", app.shop().value())
            .param("id", app.id())
            .param("client", app.clientId())
            .param("secret", app.secret())
            .param("name", app.name())
            .param("uris", app.redirectUris().toArray(String[]::new))
            .param("scopes", app.scopes().stream().map(Scope::name).sorted().toArray(String[]::new))
            .param("created", app.createdAt().atOffset(ZoneOffset.UTC))
            .update();
    }

    List<App> of(ShopId shop) {
        return jdbc.sql("""
                select shop_id, id, client_id, secret, name, redirect_uris, scopes, created_at
                  from identity.app
                 where shop_id = :shop
                   and revoked_at is null
                 order by id desc
                """)
            .param("shop", shop.value())
            .query((row, n) -> read(row))
            .list();
    }

    boolean revoke(ShopId shop, long id, Instant at) {
        return jdbc.sql("update identity.app set revoked_at = :at where shop_id = :shop and id = :id and revoked_at is null")
            .param("shop", shop.value())
            .param("id", id)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update() == 1;
    }

    Optional<App> byClientId(String clientId) {
        return jdbc.sql("""
                select shop_id, id, client_id, secret, name, redirect_uris, scopes, created_at
                  from identity.app
                 where client_id = :client
                   and revoked_at is null
                """)
            .param("client", clientId)
            .query((row, n) -> read(row))
            .optional();
    }

    Optional<App> byId(long id) {
        return jdbc.sql("""
                select shop_id, id, client_id, secret, name, redirect_uris, scopes, created_at
                  from identity.app
                 where id = :id
                   and revoked_at is null
                """)
            .param("id", id)
            .query((row, n) -> read(row))
            .optional();
    }

    @Override
    public void save(RegisteredClient client) {
        throw new IllegalStateException("apps are registered by people");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return byId(Long.parseLong(id)).map(App::registered).orElse(null);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return byClientId(clientId).map(App::registered).orElse(null);
    }

    private static App read(ResultSet row) throws SQLException {
        return new App(new ShopId(row.getLong("shop_id")), row.getLong("id"), row.getString("client_id"), row.getBytes("secret"),
                row.getString("name"), List.of((String[]) row.getArray("redirect_uris").getArray()),
                Arrays.stream((String[]) row.getArray("scopes").getArray()).map(Scope::valueOf).collect(Collectors.toUnmodifiableSet()),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
