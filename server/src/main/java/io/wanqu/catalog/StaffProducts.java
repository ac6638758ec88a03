package io.wanqu.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.wanqu.catalog.finding.Finder;
import io.wanqu.catalog.hint.StockHint;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.http.PageAsk;
import io.wanqu.shop.Shops;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads products for the shop's staff: a fixed number of statements a page, however many products the shop has. */
@Component
class StaffProducts {

    /** How many pages are looked through for one that holds only what is low. */
    private static final int ROUNDS = 5;

    private final ProductTable table;
    private final SkuTable skus;
    private final ProductParts parts;
    private final Finder finder;
    private final Stock stock;
    private final ShopScope scope;

    StaffProducts(ProductTable table, SkuTable skus, ProductParts parts, Finder finder, Stock stock, ShopScope scope) {
        this.table = table;
        this.skus = skus;
        this.parts = parts;
        this.finder = finder;
        this.stock = stock;
        this.scope = scope;
    }

    StaffProduct find(ShopId shop, long product) {
        var found = scope.in(shop, () -> table.find(shop, product).map(row -> dress(shop, List.of(row)).getFirst()))
                .orElseThrow(() -> new CatalogProblem.UnknownProduct(product));
        return with(found, stock.of(shop, pools(List.of(found))));
    }

    Page<StaffProduct> list(ShopId shop, Wanted wanted, @Nullable String after, @Nullable String limit) {
        var ask = PageAsk.of(after, limit);
        var page = page(shop, wanted, ask.before(), ask.limit());
        if (wanted.low == null) {
            return page;
        }
        var low = new ArrayList<StaffProduct>();
        for (var round = 1; ; round++) {
            page.items().stream().filter(it -> it.skus().stream().anyMatch(sku -> sku.low(wanted.low))).forEach(low::add);
            if (page.next() == null || low.size() >= ask.limit() || round == ROUNDS) {
                return cut(low, ask.limit(), page.next());
            }
            page = page(shop, wanted, Long.parseLong(page.next()), ask.limit());
        }
    }

    private static Page<StaffProduct> cut(List<StaffProduct> low, int limit, @Nullable String next) {
        return low.size() <= limit ? new Page<>(low, next)
                : new Page<>(List.copyOf(low.subList(0, limit)), low.get(limit - 1).id());
    }

    private Page<StaffProduct> page(ShopId shop, Wanted wanted, long before, int limit) {
        var page = scope.in(shop, () -> {
            var hits = wanted.query == null || wanted.query.isBlank() ? null : finder.find(shop, wanted.query);
            var filter = new ProductTable.Filter(wanted.state, hits, wanted.category == null ? 0 : Id.parse("category", wanted.category));
            var rows = Page.of(table.list(shop, filter, before, limit + 1), limit, ProductTable.Row::id);
            return new Page<>(dress(shop, rows.items()), rows.next());
        });
        var left = stock.of(shop, pools(page.items()));
        return new Page<>(page.items().stream().map(it -> with(it, left)).toList(), page.next());
    }

    private List<StaffProduct> dress(ShopId shop, List<ProductTable.Row> rows) {
        var ids = rows.stream().map(ProductTable.Row::id).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        var categories = parts.categories(shop, ids);
        var pictures = parts.pictures(shop, ids);
        var found = skus.ofProducts(shop, ids).stream().collect(Collectors.groupingBy(SkuTable.Row::product));
        return rows.stream().map(row -> StaffProduct.of(row, categories.getOrDefault(row.id(), List.of()),
                pictures.getOrDefault(row.id(), List.of()),
                found.getOrDefault(row.id(), List.of()).stream().map(sku -> StaffProduct.Sku.of(sku, null)).toList())).toList();
    }

    private static Collection<PoolId> pools(Collection<StaffProduct> products) {
        return products.stream().flatMap(it -> it.skus().stream()).map(StaffProduct.Sku::pool).collect(Collectors.toSet());
    }

    private static StaffProduct with(StaffProduct it, Map<PoolId, Long> left) {
        return new StaffProduct(it.id(), it.title(), it.description(), it.state(), it.howToUse(), it.warranty(), it.tags(), it.weight(),
                it.categories(), it.pictures(), it.priceMinor(), it.sold(), it.skus().stream().map(sku -> new StaffProduct.Sku(sku.id(), sku.pool(), sku.title(),
                        sku.price(), sku.on(), sku.perOrderMax(), sku.chooseable(), sku.compareAtMinor(), left.get(sku.pool()))).toList());
    }

    /** What is asked for; each may be absent. */
    record Wanted(WriteProduct.@Nullable State state, @Nullable String category, @Nullable String query, @Nullable Long low) {
    }

    /** What the shop's own page can sell of its pools. */
    @Component
    static class Stock {

        private final Shops shops;
        private final StockHint hint;

        Stock(Shops shops, StockHint hint) {
            this.shops = shops;
            this.hint = hint;
        }

        Map<PoolId, Long> of(ShopId shop, Collection<PoolId> pools) {
            return pools.isEmpty() ? Map.of() : hint.sellable(shop, shops.byId(shop).page(), pools);
        }
    }
}
