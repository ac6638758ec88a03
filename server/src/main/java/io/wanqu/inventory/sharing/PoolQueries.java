package io.wanqu.inventory.sharing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import io.wanqu.inventory.AllocationRule;
import io.wanqu.inventory.InventoryProblem;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Json;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads pools and their rules for the shop's staff. */
@Repository
public class PoolQueries {

    private final JdbcClient jdbc;

    PoolQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Page<PoolView> list(ShopId shop, long after, int limit) {
        var rows = jdbc.sql("""
                select pool_id, name, daily, loaded, available, held, consigned, sold, void
                  from inventory.pool
                 where shop_id = :shop and pool_id > :after
                 order by pool_id
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("after", after)
            .param("limit", limit + 1)
            .query((row, n) -> view(row))
            .list();
        return Page.of(rows, limit, pool -> pool.id().value());
    }

    public PoolView get(ShopId shop, PoolId pool) {
        return jdbc.sql("""
                select pool_id, name, daily, loaded, available, held, consigned, sold, void
                  from inventory.pool
                 where shop_id = :shop and pool_id = :pool
                """)
            .param("shop", shop.value())
            .param("pool", pool.value())
            .query((row, n) -> view(row))
            .optional()
            .orElseThrow(() -> new InventoryProblem.UnknownPool(pool));
    }

    /** Who set which rule when, newest first. */
    public List<Change> changes(ShopId shop, PoolId pool, ChannelId channel) {
        return jdbc.sql("""
                select version, rule::text as rule, changed_by, changed_at
                  from inventory.allocation_change
                 where shop_id = :shop and pool_id = :pool and channel_id = :channel
                 order by version desc
                """)
            .param("shop", shop.value())
            .param("pool", pool.value())
            .param("channel", channel.value())
            .query((row, n) -> new Change(row.getLong("version"),
                    Json.read(row.getString("rule"), AllocationRule.class),
                    row.getString("changed_by"), row.getTimestamp("changed_at").toInstant()))
            .list();
    }

    private static PoolView view(ResultSet row) throws SQLException {
        return new PoolView(new PoolId(row.getLong("pool_id")), row.getString("name"), row.getBoolean("daily"),
                row.getLong("loaded"), row.getLong("available"), row.getLong("held"), row.getLong("consigned"),
                row.getLong("sold"), row.getLong("void"));
    }

    public record Change(long version, AllocationRule rule, String changedBy, Instant changedAt) {
    }
}
