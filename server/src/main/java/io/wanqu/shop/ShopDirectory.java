package io.wanqu.shop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All shops as those who run the platform look for them. */
@Repository
class ShopDirectory {

    private static final String SELECT = "select shop_id, slug, name, state, currency, opened_at from shop.shop";

    private final JdbcClient jdbc;

    ShopDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Newest first.
     *
     * @param part of a name or an address, whatever its case; empty for all
     */
    List<Entry> find(String part, Shop.@Nullable State state, long before, int limit) {
        return jdbc.sql(SELECT + """
                 where shop_id < :before
                   and (:part = '' or strpos(lower(name), lower(:part)) > 0 or strpos(slug, lower(:part)) > 0)
                   and (:state::text is null or state = :state)
                 order by shop_id desc
                 limit :limit
                """)
            .param("before", before)
            .param("part", part)
            .param("state", state == null ? null : state.name().toLowerCase(Locale.ROOT))
            .param("limit", limit)
            .query((row, n) -> read(row))
            .list();
    }

    List<Entry> named(Collection<ShopId> shops) {
        return jdbc.sql(SELECT + " where shop_id = any(:shops) order by shop_id desc")
            .param("shops", shops.stream().mapToLong(ShopId::value).toArray())
            .query((row, n) -> read(row))
            .list();
    }

    private static Entry read(ResultSet row) throws SQLException {
        return new Entry(new ShopId(row.getLong("shop_id")), row.getString("slug"), row.getString("name"),
                Shop.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)), row.getString("currency"),
                row.getTimestamp("opened_at").toInstant());
    }

    record Entry(ShopId id, String slug, String name, Shop.State state, String currency, Instant openedAt) {
    }
}
