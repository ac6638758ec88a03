package io.wanqu.inventory.cover;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;

import io.wanqu.inventory.pool.PoolKey;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The inventory.stock_alert table: one open alert a pool, closed when there is enough again. */
@Repository
class StockAlerts {

    private final JdbcClient jdbc;
    private final Ids ids;

    StockAlerts(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Opens what is new and brings what is open up to date; the answer is which pools are newly low, or newly dry. */
    List<PoolKey> raise(List<Low> low, Instant now) {
        return jdbc.sql("""
                with before as materialized (
                    select alert.shop_id, alert.pool_id, alert.kind
                      from unnest(:shops, :pools) as wanted (shop_id, pool_id)
                      join inventory.stock_alert alert using (shop_id, pool_id)
                     where alert.closed_at is null),
                told as (
                    insert into inventory.stock_alert as alert (shop_id, alert_id, pool_id, kind, available, cover_hours, suggested, opened_at)
                    select shop_id, alert_id, pool_id, kind, available, cover_hours, suggested, :now
                      from unnest(:shops, :ids, :pools, :kinds, :available, :covers, :suggested)
                           as row (shop_id, alert_id, pool_id, kind, available, cover_hours, suggested)
                        on conflict (shop_id, pool_id) where closed_at is null do update
                       set kind = excluded.kind, available = excluded.available, cover_hours = excluded.cover_hours,
                           suggested = excluded.suggested
                     where (alert.kind, alert.available, alert.cover_hours, alert.suggested)
                           is distinct from (excluded.kind, excluded.available, excluded.cover_hours, excluded.suggested)
                    returning alert.shop_id, alert.pool_id, alert.kind)
                select told.shop_id, told.pool_id
                  from told
                  left join before using (shop_id, pool_id)
                 where before.kind is distinct from told.kind
                """)
            .params(Columns.of(low)
                    .longs("shops", it -> it.key.shop().value())
                    .longs("ids", it -> ids.next())
                    .longs("pools", it -> it.key.pool().value())
                    .texts("kinds", it -> it.available == 0 ? "dry" : "low")
                    .longs("available", Low::available)
                    .nullableLongs("covers", it -> it.forecast.coverHours() == null ? null : Long.valueOf(it.forecast.coverHours()))
                    .longs("suggested", it -> it.forecast.suggested())
                    .and("now", now.atOffset(UTC))
                    .params())
            .query((row, n) -> new PoolKey(new ShopId(row.getLong("shop_id")), new PoolId(row.getLong("pool_id"))))
            .list();
    }

    void close(Collection<PoolKey> enough, Instant now) {
        jdbc.sql("""
                update inventory.stock_alert alert
                   set closed_at = :now
                  from unnest(:shops, :pools) as enough (shop_id, pool_id)
                 where alert.shop_id = enough.shop_id
                   and alert.pool_id = enough.pool_id
                   and alert.closed_at is null
                """)
            .params(Columns.of(List.copyOf(enough))
                    .longs("shops", it -> it.shop().value())
                    .longs("pools", it -> it.pool().value())
                    .and("now", now.atOffset(UTC))
                    .params())
            .update();
    }

    /** Newest first; with the name of the pool. */
    List<Alert> list(ShopId shop, boolean open, long before, int limit) {
        return jdbc.sql("""
                select alert_id, pool_id, pool.name, kind, alert.available, cover_hours, suggested, opened_at, closed_at
                  from inventory.stock_alert alert
                  join inventory.pool using (shop_id, pool_id)
                 where alert.shop_id = :shop
                   and alert_id < :before
                   and (closed_at is null or not :open)
                 order by alert_id desc
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("before", before)
            .param("open", open)
            .param("limit", limit)
            .query((row, n) -> read(row))
            .list();
    }

    private static Alert read(ResultSet row) throws SQLException {
        var cover = row.getInt("cover_hours");
        var known = !row.wasNull();
        var closed = row.getObject("closed_at", OffsetDateTime.class);
        return new Alert(Long.toString(row.getLong("alert_id")), new PoolId(row.getLong("pool_id")), row.getString("name"), row.getString("kind"),
                row.getLong("available"), known ? cover : null, row.getLong("suggested"), row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                closed == null ? null : closed.toInstant());
    }

    record Low(PoolKey key, long available, Forecast forecast) {
    }

    /** @param kind low or dry */
    record Alert(String id, PoolId pool, String name, String kind, long available, @Nullable Integer coverHours, long suggested, Instant openedAt,
            @Nullable Instant closedAt) {
    }
}
