package io.wanqu.pricing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import io.wanqu.catalog.Freshness;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tables pricing.price_list and pricing.price. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class PriceLists {

    private final JdbcClient jdbc;
    private final Freshness freshness;

    PriceLists(JdbcClient jdbc, Freshness freshness) {
        this.jdbc = jdbc;
        this.freshness = freshness;
    }

    /** Also makes two writers of one list wait for each other. Pages that show the old prices are out of date when this is over. */
    long nextVersion(ShopId shop, SkuId sku) {
        freshness.changed(shop);
        return jdbc.sql("""
                insert into pricing.price_list as list (shop_id, sku_id, version)
                values (:shop, :sku, 1)
                    on conflict (shop_id, sku_id) do update
                   set version = list.version + 1, changed_at = now()
                returning version
                """)
            .param("shop", shop.value())
            .param("sku", sku.value())
            .query(Long.class)
            .single();
    }

    Optional<Long> version(ShopId shop, SkuId sku) {
        return jdbc.sql("""
                select version
                  from pricing.price_list
                 where shop_id = :shop
                   and sku_id = :sku
                """)
            .param("shop", shop.value())
            .param("sku", sku.value())
            .query(Long.class)
            .optional();
    }

    void clear(ShopId shop, SkuId sku) {
        jdbc.sql("""
                delete from pricing.price
                 where shop_id = :shop
                   and sku_id = :sku
                """)
            .param("shop", shop.value())
            .param("sku", sku.value())
            .update();
    }

    void add(ShopId shop, SkuId sku, List<WritePriceList.Row> rows) {
        jdbc.sql("""
                insert into pricing.price (shop_id, sku_id, position, name, channel_id, min_quantity, unit_minor,
                                           valid_from, valid_to)
                select :shop, :sku, position, name, channel_id, min_quantity, unit_minor,
                       valid_from::timestamptz, valid_to::timestamptz
                  from unnest(:names, :channels, :quantities, :units, :froms, :tos)
                       with ordinality as row (name, channel_id, min_quantity, unit_minor, valid_from, valid_to, position)
                """)
            .params(Columns.of(rows)
                    .texts("names", row -> row.name().strip())
                    .nullableLongs("channels", row -> row.channel() == null ? null : row.channel().value())
                    .ints("quantities", WritePriceList.Row::minQuantity)
                    .longs("units", WritePriceList.Row::unitMinor)
                    .texts("froms", row -> text(row.validFrom()))
                    .texts("tos", row -> text(row.validTo()))
                    .and("shop", shop.value())
                    .and("sku", sku.value())
                    .params())
            .update();
    }

    List<WritePriceList.Row> list(ShopId shop, SkuId sku) {
        return jdbc.sql("""
                select name, channel_id, min_quantity, unit_minor, valid_from, valid_to
                  from pricing.price
                 where shop_id = :shop
                   and sku_id = :sku
                 order by position
                """)
            .param("shop", shop.value())
            .param("sku", sku.value())
            .query((row, n) -> read(row))
            .list();
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static WritePriceList.Row read(ResultSet row) throws SQLException {
        var channel = row.getLong("channel_id");
        return new WritePriceList.Row(row.getString("name"), channel == 0 ? null : new ChannelId(channel),
                row.getInt("min_quantity"), row.getLong("unit_minor"), instant(row, "valid_from"), instant(row, "valid_to"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
