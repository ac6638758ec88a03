package io.wanqu.catalog.bulk;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;

import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads products for a file, stretch by stretch, one line a SKU. */
@Component
class GiveRows {

    private static final int PRODUCTS = 500;

    private final JdbcClient jdbc;
    private final ShopScope scope;

    GiveRows(JdbcClient jdbc, ShopScope scope) {
        this.jdbc = jdbc;
        this.scope = scope;
    }

    /** The next stretch behind a product; empty behind the last. */
    List<FileRow> after(ShopId shop, long product) {
        return scope.in(shop, () -> jdbc.sql("""
                with page as materialized (
                    select id, title, description, state, how_to_use, warranty, array_to_string(tags, ';') as tags, weight
                      from catalog.product
                     where shop_id = :shop
                       and id > :after
                     order by id
                     limit :limit)
                select page.id as product_id, page.title, description, page.state, how_to_use, warranty, tags, weight,
                       coalesce((select string_agg(category.slug, ';' order by category.slug)
                                   from catalog.product_category
                                   join catalog.category
                                     on category.shop_id = product_category.shop_id
                                    and category.id = product_category.category_id
                                  where product_category.shop_id = :shop
                                    and product_category.product_id = page.id), '') as categories,
                       sku.id as sku_id, sku.title as variant, sku.pool_id, sku.unit_minor, sku.compare_minor, sku.currency,
                       sku.state = 'on' as on_sale, sku.per_order_max, sku.chooseable
                  from page
                  left join catalog.sku
                    on sku.shop_id = :shop
                   and sku.product_id = page.id
                 order by page.id, sku.id
                """)
            .param("shop", shop.value())
            .param("after", product)
            .param("limit", PRODUCTS)
            .query((row, n) -> read(row))
            .list());
    }

    private static FileRow read(ResultSet row) throws SQLException {
        var sku = row.getString("sku_id");
        var some = sku != null;
        return new FileRow(row.getString("product_id"), row.getString("title"), row.getString("description"), row.getString("state"),
                row.getString("how_to_use"), row.getString("warranty"), row.getString("tags"), row.getString("categories"), row.getString("weight"),
                some ? sku : "", some ? row.getString("variant") : "", some ? row.getString("pool_id") : "", amount(row, "unit_minor"),
                amount(row, "compare_minor"), some ? Boolean.toString(row.getBoolean("on_sale")) : "", some ? row.getString("per_order_max") : "",
                some ? Boolean.toString(row.getBoolean("chooseable")) : "");
    }

    private static String amount(ResultSet row, String column) throws SQLException {
        @Nullable String currency = row.getString("currency");
        var minor = row.getLong(column);
        return currency == null || row.wasNull() ? "" : BigDecimal.valueOf(minor, Currency.getInstance(currency).getDefaultFractionDigits()).toPlainString();
    }
}
