package io.wanqu.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The catalog.sku table, as the shop's staff use it. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class SkuTable {

    private final JdbcClient jdbc;
    private final ProductParts parts;

    SkuTable(JdbcClient jdbc, ProductParts parts) {
        this.jdbc = jdbc;
        this.parts = parts;
    }

    /** Keeps two writers from passing the limit together. */
    boolean lockProduct(ShopId shop, long product) {
        return jdbc.sql("""
                select id
                  from catalog.product
                 where shop_id = :shop
                   and id = :product
                   for update
                """)
            .param("shop", shop.value())
            .param("product", product)
            .query(Long.class)
            .optional()
            .isPresent();
    }

    int count(ShopId shop, long product) {
        return jdbc.sql("""
                select count(*)
                  from catalog.sku
                 where shop_id = :shop
                   and product_id = :product
                """)
            .param("shop", shop.value())
            .param("product", product)
            .query(Integer.class)
            .single();
    }

    void add(ShopId shop, SkuId sku, long product, WriteSku.Content content) {
        jdbc.sql("""
                insert into catalog.sku (shop_id, id, product_id, pool_id, title, unit_minor, currency, state,
                                         per_order_max, chooseable, compare_minor)
                values (:shop, :sku, :product, :pool, :title, :unit, :currency, :state, :max, :chooseable, :compare::bigint)
                """)
            .params(params(shop, sku, content))
            .param("product", product)
            .update();
        parts.skusChanged(shop, List.of(product));
    }

    /** The product it belongs to; empty when the shop has no such SKU. */
    Optional<Long> change(ShopId shop, SkuId sku, WriteSku.Content content) {
        var changed = jdbc.sql("""
                update catalog.sku
                   set pool_id = :pool, title = :title, unit_minor = :unit, currency = :currency, state = :state,
                       per_order_max = :max, chooseable = :chooseable, compare_minor = :compare::bigint, changed_at = now()
                 where shop_id = :shop
                   and id = :sku
                returning product_id
                """)
            .params(params(shop, sku, content))
            .query(Long.class)
            .optional();
        changed.ifPresent(product -> parts.skusChanged(shop, List.of(product)));
        return changed;
    }

    Optional<Row> find(ShopId shop, SkuId sku) {
        return jdbc.sql("""
                select id, product_id, pool_id, title, unit_minor, currency, state, per_order_max, chooseable, compare_minor
                  from catalog.sku
                 where shop_id = :shop
                   and id = :sku
                """)
            .param("shop", shop.value())
            .param("sku", sku.value())
            .query((row, n) -> read(row))
            .optional();
    }

    /** Newest first, below {@code before}; of one product, or of all where {@code product} is 0. */
    List<Row> list(ShopId shop, long product, long before, int limit) {
        return jdbc.sql("""
                select id, product_id, pool_id, title, unit_minor, currency, state, per_order_max, chooseable, compare_minor
                  from catalog.sku
                 where shop_id = :shop
                   and (:product = 0 or product_id = :product)
                   and id < :before
                 order by id desc
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("product", product)
            .param("before", before)
            .param("limit", limit)
            .query((row, n) -> read(row))
            .list();
    }

    /** Of all these products, in the order of their ids. */
    List<Row> ofProducts(ShopId shop, Collection<Long> products) {
        return jdbc.sql("""
                select id, product_id, pool_id, title, unit_minor, currency, state, per_order_max, chooseable, compare_minor
                  from catalog.sku
                 where shop_id = :shop
                   and product_id = any(:products)
                 order by product_id, id
                """)
            .param("shop", shop.value())
            .param("products", products.stream().mapToLong(Long::longValue).toArray())
            .query((row, n) -> read(row))
            .list();
    }

    private static Map<String, Object> params(ShopId shop, SkuId sku, WriteSku.Content content) {
        var params = new HashMap<String, Object>();
        params.put("shop", shop.value());
        params.put("sku", sku.value());
        params.put("pool", content.pool().value());
        params.put("title", content.title());
        params.put("unit", content.price().minor());
        params.put("currency", content.price().currency().getCurrencyCode());
        params.put("state", content.on() ? "on" : "off");
        params.put("max", content.perOrderMax());
        params.put("chooseable", content.chooseable());
        params.put("compare", content.compareAtMinor());
        return params;
    }

    private static Row read(ResultSet row) throws SQLException {
        var compare = row.getLong("compare_minor");
        return new Row(new SkuId(row.getLong("id")), row.getLong("product_id"),
                new WriteSku.Content(new PoolId(row.getLong("pool_id")), row.getString("title"),
                        Money.of(row.getLong("unit_minor"), row.getString("currency")), row.getString("state").equals("on"),
                        row.getInt("per_order_max"), row.getBoolean("chooseable"), compare == 0 ? null : compare));
    }

    record Row(SkuId id, long product, WriteSku.Content content) {
    }
}
