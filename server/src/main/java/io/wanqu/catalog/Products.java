package io.wanqu.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.SkuId;
import io.wanqu.shop.Shop;

import org.jspecify.annotations.Nullable;
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
}
