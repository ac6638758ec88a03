package io.wanqu.channel.reconciliation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The channel.fee and channel.unit_cost tables: what a channel keeps, and what a unit cost, each from a day on. */
@Repository
class Fees {

    private final JdbcClient jdbc;

    Fees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void setFee(ChannelKey key, LocalDate from, int basisPoints) {
        jdbc.sql("""
                insert into channel.fee (shop_id, channel_id, from_day, basis_points)
                values (:shop, :channel, :from, :points)
                    on conflict (shop_id, channel_id, from_day) do update
                   set basis_points = excluded.basis_points
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("from", from)
            .param("points", basisPoints)
            .update();
    }

    void setCost(ShopId shop, SkuId sku, LocalDate from, long minor) {
        jdbc.sql("""
                insert into channel.unit_cost (shop_id, sku_id, from_day, cost_minor)
                values (:shop, :sku, :from, :minor)
                    on conflict (shop_id, sku_id, from_day) do update
                   set cost_minor = excluded.cost_minor
                """)
            .param("shop", shop.value())
            .param("sku", sku.value())
            .param("from", from)
            .param("minor", minor)
            .update();
    }

    /** By channel and the day from which they hold. */
    Map<Long, NavigableMap<LocalDate, Long>> fees(ShopId shop) {
        return dated(shop, "select channel_id as subject, from_day, basis_points as value from channel.fee where shop_id = :shop");
    }

    /** By SKU and the day from which they hold. */
    Map<Long, NavigableMap<LocalDate, Long>> costs(ShopId shop) {
        return dated(shop, "select sku_id as subject, from_day, cost_minor as value from channel.unit_cost where shop_id = :shop");
    }

    private Map<Long, NavigableMap<LocalDate, Long>> dated(ShopId shop, String sql) {
        var dated = new HashMap<Long, NavigableMap<LocalDate, Long>>();
        jdbc.sql(sql).param("shop", shop.value())
            .query(row -> {
                dated.computeIfAbsent(row.getLong("subject"), subject -> new TreeMap<>())
                        .put(row.getObject("from_day", LocalDate.class), row.getLong("value"));
            });
        return dated;
    }
}
