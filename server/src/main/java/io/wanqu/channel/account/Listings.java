package io.wanqu.channel.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.wanqu.kernel.Columns;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The channel.listing table: which SKU is behind what a channel offers. */
@Repository
public class Listings {

    private final JdbcClient jdbc;

    Listings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void put(ChannelKey key, List<Listing> listings) {
        jdbc.sql("""
                insert into channel.listing (shop_id, channel_id, external_product, external_sku, sku_id, pool_id)
                select :shop, :channel, external_product, external_sku, sku_id, pool_id
                  from unnest(:products, :externals, :skus, :pools) as row (external_product, external_sku, sku_id, pool_id)
                    on conflict (shop_id, channel_id, external_product, external_sku) do update
                   set sku_id = excluded.sku_id, pool_id = excluded.pool_id
                """)
            .params(Columns.of(listings)
                    .texts("products", listing -> listing.item().product())
                    .texts("externals", listing -> listing.item().sku())
                    .longs("skus", listing -> listing.sku().value())
                    .longs("pools", listing -> listing.pool().value())
                    .and("shop", key.shop().value())
                    .and("channel", key.channel().value())
                    .params())
            .update();
    }

    public boolean remove(ChannelKey key, Item item) {
        return jdbc.sql("""
                delete from channel.listing
                 where shop_id = :shop and channel_id = :channel and external_product = :product and external_sku = :sku
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("product", item.product())
            .param("sku", item.sku())
            .update() == 1;
    }

    /** Those that are mapped. */
    public Map<Item, SkuId> find(ChannelKey key, Collection<Item> items) {
        var found = new HashMap<Item, SkuId>();
        jdbc.sql("""
                select external_product, external_sku, sku_id
                  from channel.listing
                  join unnest(:products, :externals) as wanted (external_product, external_sku)
                 using (external_product, external_sku)
                 where shop_id = :shop and channel_id = :channel
                """)
            .params(Columns.of(List.copyOf(Set.copyOf(items)))
                    .texts("products", Item::product)
                    .texts("externals", Item::sku)
                    .and("shop", key.shop().value())
                    .and("channel", key.channel().value())
                    .params())
            .query(row -> {
                found.put(Item.of(row), new SkuId(row.getLong("sku_id")));
            });
        return found;
    }

    /** All of a channel, in the order of their names. */
    public Map<Item, SkuId> of(ChannelKey key) {
        var all = new LinkedHashMap<Item, SkuId>();
        jdbc.sql("""
                select external_product, external_sku, sku_id
                  from channel.listing
                 where shop_id = :shop and channel_id = :channel
                 order by external_product, external_sku
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .query(row -> {
                all.put(Item.of(row), new SkuId(row.getLong("sku_id")));
            });
        return all;
    }

    /** Where a SKU is listed first. */
    public Optional<Listing> pooled(ChannelKey key, SkuId sku) {
        return jdbc.sql("""
                select external_product, external_sku, sku_id, pool_id
                  from channel.listing
                 where shop_id = :shop and channel_id = :channel and sku_id = :sku
                 order by external_product, external_sku
                 limit 1
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("sku", sku.value())
            .query((row, n) -> new Listing(Item.of(row), sku, new PoolId(row.getLong("pool_id"))))
            .optional();
    }

    /** A SKU is sold from another pool now. */
    public void repool(ShopId shop, SkuId sku, PoolId pool) {
        jdbc.sql("update channel.listing set pool_id = :pool where shop_id = :shop and sku_id = :sku and pool_id <> :pool")
            .param("pool", pool.value())
            .param("shop", shop.value())
            .param("sku", sku.value())
            .update();
    }

    /** What a channel calls a thing it sells; the SKU is empty where a product has no kinds. */
    public record Item(String product, String sku) {

        public static Item of(ResultSet row) throws SQLException {
            return new Item(row.getString("external_product"), row.getString("external_sku"));
        }

        @Override
        public String toString() {
            return product + "/" + sku;
        }
    }

    /** An offer of a channel and what is behind it. */
    public record Listing(Item item, SkuId sku, PoolId pool) {
    }
}
