package io.wanqu.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;
import io.wanqu.shop.Shop;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a shop's buyers see: products on sale, newest first, with what is left of each SKU. */
@Component
public class Products {

    private final OnSale onSale;
    private final StockHint stock;

    Products(OnSale onSale, StockHint stock) {
        this.onSale = onSale;
        this.stock = stock;
    }

    /** Two statements, whatever the length; {@code before} is the identifier the page begins below. */
    public Page<Product> list(Shop shop, long before, int limit) {
        var products = assemble(shop, onSale.list(shop.id(), before, limit + 1));
        return Page.of(products, limit, Product::number);
    }

    public Product find(Shop shop, long id) {
        return assemble(shop, onSale.find(shop.id(), id)).stream().findFirst()
                .orElseThrow(() -> new CatalogProblem.UnknownProduct(id));
    }

    private List<Product> assemble(Shop shop, List<OnSale.Row> rows) {
        var left = left(shop, rows);
        var products = new LinkedHashMap<Long, Product>();
        for (var row : rows) {
            var product = products.computeIfAbsent(row.product(),
                    id -> new Product(Long.toString(id), row.title(), row.description(), new ArrayList<>()));
            if (row.pool() != null) {
                product.skus.add(new Sku(new SkuId(row.sku()), row.variant(), Money.of(row.unitMinor(), row.currency()),
                        row.perOrderMax(), row.chooseable(), left.get(row.pool())));
            }
        }
        return List.copyOf(products.values());
    }

    private Map<PoolId, Long> left(Shop shop, List<OnSale.Row> rows) {
        var pools = new HashSet<PoolId>();
        rows.forEach(row -> {
            if (row.pool() != null) {
                pools.add(row.pool());
            }
        });
        return pools.isEmpty() ? Map.of() : stock.sellable(shop.id(), shop.page(), pools);
    }

    /** A product on sale. */
    public record Product(String id, String title, String description, List<Sku> skus) {

        long number() {
            return Long.parseLong(id);
        }
    }

    /**
     * A SKU on sale.
     *
     * @param left how many can be bought just now; a hint, absent where the pool is not known
     */
    public record Sku(SkuId id, String title, Money price, int perOrderMax, boolean chooseable, @Nullable Long left) {
    }

    /** The words of products and of all their SKUs, whatever their state, for those who show them elsewhere. */
    @Component
    public static class Sheets {

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
                    var sheet = sheets.computeIfAbsent(id, it -> new Sheet(it, title, description, new ArrayList<>()));
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
}
