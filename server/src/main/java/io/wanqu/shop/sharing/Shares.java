package io.wanqu.shop.sharing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.SharedStock.Borrowed;
import io.wanqu.kernel.ShopId;
import io.wanqu.shop.sharing.Share.Kind;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The shop.share table; it looks at two shops at once, so only the owner of both asks it. */
@Repository
class Shares {

    /** By then every node has heard of a new share, so that none meets a hold that it cannot place. */
    static final int BEGINS_AFTER_SECONDS = 5;

    private static final String SELECT = """
            select shop_id, share_id, to_shop, kind, pool_id, given_by, reason, given_at, ended_by, ended_at
              from shop.share
            """;

    private final JdbcClient jdbc;

    Shares(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the same is shared already. */
    boolean add(Share share) {
        return jdbc.sql("""
                insert into shop.share (shop_id, share_id, to_shop, kind, pool_id, given_by, reason)
                values (:shop, :id, :to, :kind, :pool, :by, :reason)
                    on conflict do nothing
                """)
            .param("shop", share.shop().value())
            .param("id", share.id())
            .param("to", share.to().value())
            .param("kind", share.kind().text())
            .param("pool", share.pool() == null ? null : share.pool().value())
            .param("by", share.givenBy())
            .param("reason", share.reason())
            .update() == 1;
    }

    /** Waits for whoever is just selling by it; ended twice, it keeps its first end. */
    Optional<Share> end(ShopId shop, long id, String by) {
        jdbc.sql("update shop.share set ended_at = now(), ended_by = :by where shop_id = :shop and share_id = :id and ended_at is null")
            .param("by", by)
            .param("shop", shop.value())
            .param("id", id)
            .update();
        return jdbc.sql(SELECT + " where shop_id = :shop and share_id = :id").param("shop", shop.value()).param("id", id)
                .query((row, n) -> read(row)).optional();
    }

    /** Everything that this shop gives to others or has from others. */
    List<Share> endAll(ShopId shop, String by) {
        return jdbc.sql("""
                update shop.share
                   set ended_at = now(), ended_by = :by
                 where (shop_id = :shop or to_shop = :shop) and ended_at is null
                returning shop_id, share_id, to_shop, kind, pool_id, given_by, reason, given_at, ended_by, ended_at
                """)
            .param("by", by)
            .param("shop", shop.value())
            .query((row, n) -> read(row))
            .list();
    }

    /** Given and received, those that have ended too, youngest first. */
    List<Share> around(ShopId shop) {
        return jdbc.sql(SELECT + " where shop_id = :shop or to_shop = :shop order by share_id desc limit 500")
            .param("shop", shop.value())
            .query((row, n) -> read(row))
            .list();
    }

    /** Of all shops and times: what was once sold from a pool lies there for ever. */
    List<Pool> pools() {
        return jdbc.sql("select shop_id, to_shop, pool_id from shop.share where kind = 'pool' order by share_id")
            .query((row, n) -> new Pool(new ShopId(row.getLong("shop_id")), new ShopId(row.getLong("to_shop")), new PoolId(row.getLong("pool_id"))))
            .list();
    }

    /** Those that are open; none can end before the transaction does. */
    Set<Borrowed> lockOpen(Collection<Borrowed> wanted) {
        return new HashSet<>(jdbc.sql("""
                select to_shop, share.pool_id
                  from unnest(:shops, :pools) as wanted (to_shop, pool_id)
                  join shop.share using (to_shop, pool_id)
                 where kind = 'pool'
                   and ended_at is null
                   and given_at < now() - :wait * interval '1 second'
                 order by shop_id, share_id
                   for share of share
                """)
            .params(Columns.of(List.copyOf(Set.copyOf(wanted))).longs("shops", it -> it.shop().value()).longs("pools", it -> it.pool().value())
                    .and("wait", BEGINS_AFTER_SECONDS).params())
            .query((row, n) -> new Borrowed(new ShopId(row.getLong("to_shop")), new PoolId(row.getLong("pool_id"))))
            .list());
    }

    /** Shops that let this one see their customers. */
    Set<ShopId> customersSeenBy(ShopId shop) {
        return new HashSet<>(jdbc.sql("select shop_id from shop.share where to_shop = :shop and kind = 'customers' and ended_at is null")
            .param("shop", shop.value())
            .query((row, n) -> new ShopId(row.getLong("shop_id")))
            .list());
    }

    private static Share read(ResultSet row) throws SQLException {
        var pool = row.getObject("pool_id", Long.class);
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Share(new ShopId(row.getLong("shop_id")), row.getLong("share_id"), new ShopId(row.getLong("to_shop")), Kind.of(row.getString("kind")),
                pool == null ? null : new PoolId(pool), row.getString("given_by"), row.getString("reason"),
                row.getObject("given_at", OffsetDateTime.class).toInstant(), row.getString("ended_by"), ended == null ? null : ended.toInstant());
    }

    /** @param to the shop that sells, or once sold, from the pool */
    record Pool(ShopId shop, ShopId to, PoolId pool) {
    }
}
