package io.wanqu.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The words of products and of all their SKUs, whatever their state, for those who show them elsewhere. */
@Component
public class Sheets {

    private final JdbcClient jdbc;

    Sheets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that exist, in the order of their ids, in one statement. */
    public List<Sheet> find(ShopId shop, Collection<Long> products) {
        var sheets = new LinkedHashMap<Long, Sheet>();
        jdbc.sql("""
                select product.id, product.title, product.description, sku.id as sku_id, sku.title as variant
                  from catalog.product
                  left join catalog.sku
                    on sku.shop_id = product.shop_id
                   and sku.product_id = product.id
                 where product.shop_id = :shop
                   and product.id = any(:products)
                 order by product.id, sku.id
                """)
            .param("shop", shop.value())
            .param("products", products.stream().mapToLong(Long::longValue).distinct().toArray())
            .query(row -> {
                var id = row.getLong("id");
                var title = row.getString("title");
                var description = row.getString("description");
                var sheet = sheets.computeIfAbsent(id, it -> new Sheet(it, title, RichText.plain(description), new ArrayList<>()));
                var sku = row.getLong("sku_id");
                if (sku != 0) {
                    sheet.variants.add(new Variant(new SkuId(sku), row.getString("variant")));
                }
            });
        return List.copyOf(sheets.values());
    }

    /** A product in words. */
    public record Sheet(long product, String title, String description, List<Variant> variants) {
    }

    /** A SKU in words; the title is empty where there is only one. */
    public record Variant(SkuId sku, String title) {
    }
}
