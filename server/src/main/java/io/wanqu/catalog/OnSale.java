package io.wanqu.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads products on sale together with their SKUs, one row a SKU; open to everybody, so it runs outside a shop's scope. */
@Repository
class OnSale {

    private final JdbcClient jdbc;

    OnSale(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Row> list(ShopId shop, long before, int limit) {
        return jdbc.sql("""
                with page as materialized (
                    select shop_id, id, title
                      from catalog.product
                     where shop_id = :shop
                       and state = 'on'
                       and id < :before
                     order by id desc
                     limit :limit)
                select page.id as product_id, page.title, '' as description, sku.id as sku_id, sku.title as variant,
                       sku.pool_id, sku.unit_minor, sku.currency, sku.per_order_max, sku.chooseable
                  from page
                  left join catalog.sku
                    on sku.shop_id = page.shop_id
                   and sku.product_id = page.id
                   and sku.state = 'on'
                 order by page.id desc, sku.id
                """)
            .param("shop", shop.value())
            .param("before", before)
            .param("limit", limit)
            .query((row, n) -> read(row))
            .list();
    }

    List<Row> find(ShopId shop, long product) {
        return jdbc.sql("""
                select product.id as product_id, product.title, product.description, sku.id as sku_id,
                       sku.title as variant, sku.pool_id, sku.unit_minor, sku.currency, sku.per_order_max, sku.chooseable
                  from catalog.product
                  left join catalog.sku
                    on sku.shop_id = product.shop_id
                   and sku.product_id = product.id
                   and sku.state = 'on'
                 where product.shop_id = :shop
                   and product.id = :product
                   and product.state = 'on'
                 order by sku.id
                """)
            .param("shop", shop.value())
            .param("product", product)
            .query((row, n) -> read(row))
            .list();
    }

    private static Row read(ResultSet row) throws SQLException {
        var pool = row.getLong("pool_id");
        return new Row(row.getLong("product_id"), row.getString("title"), row.getString("description"),
                row.getLong("sku_id"), row.getString("variant"), pool == 0 ? null : new PoolId(pool),
                row.getLong("unit_minor"), row.getString("currency"), row.getInt("per_order_max"), row.getBoolean("chooseable"));
    }

    /** A product with one of its SKUs; without a pool where it has none. */
    record Row(long product, String title, String description, long sku, String variant, @Nullable PoolId pool,
            long unitMinor, String currency, int perOrderMax, boolean chooseable) {
    }
}
