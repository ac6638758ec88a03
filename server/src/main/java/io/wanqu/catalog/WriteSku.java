package io.wanqu.catalog;

import java.util.List;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.kernel.event.EventLog;
import io.wanqu.kernel.http.Require;
import io.wanqu.kernel.trail.Trail;
import io.wanqu.kernel.trail.Trail.Note;
import io.wanqu.shop.Shops;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds a SKU to a product, or changes what it costs, where it is taken from and whether it is sold. */
@Component
public class WriteSku {

    private static final int SKUS_PER_PRODUCT_MAX = 200;
    private static final int TITLE_MAX = 80;
    private static final long UNIT_MINOR_MAX = 1_000_000_000_000L;
    private static final int PER_ORDER_MAX = 1_000;

    private final SkuTable skus;
    private final Shops shops;
    private final Ids ids;
    private final EventLog events;
    private final ShopScope scope;
    private final Trail trail;

    WriteSku(SkuTable skus, Shops shops, Ids ids, EventLog events, ShopScope scope, Trail trail) {
        this.skus = skus;
        this.shops = shops;
        this.ids = ids;
        this.events = events;
        this.scope = scope;
        this.trail = trail;
    }

    public SkuId add(ShopId shop, long product, Content content) {
        var checked = checked(shop, content);
        return scope.in(shop, () -> {
            if (!skus.lockProduct(shop, product)) {
                throw new CatalogProblem.UnknownProduct(product);
            }
            if (skus.count(shop, product) >= SKUS_PER_PRODUCT_MAX) {
                throw new CatalogProblem.TooManySkus(product, SKUS_PER_PRODUCT_MAX);
            }
            var sku = new SkuId(ids.next());
            skus.add(shop, sku, product, checked);
            tell(shop, sku, product, checked);
            trail.note(Note.of(shop, "sku.added", "sku", sku.value()).after(checked));
            return sku;
        });
    }

    public void change(ShopId shop, SkuId sku, Content content) {
        var checked = checked(shop, content);
        scope.in(shop, () -> {
            var before = skus.find(shop, sku).map(SkuTable.Row::content).orElse(null);
            var product = skus.change(shop, sku, checked).orElseThrow(() -> new CatalogProblem.UnknownSku(sku));
            tell(shop, sku, product, checked);
            trail.note(Note.of(shop, "sku.changed", "sku", sku.value()).before(before).after(checked));
            return product;
        });
    }

    private void tell(ShopId shop, SkuId sku, long product, Content content) {
        events.append(List.of(new SkuChanged(shop, sku, product, content.pool, content.price.minor(), content.on)));
    }

    private Content checked(ShopId shop, Content content) {
        var currency = shops.byId(shop).currency();
        Require.between("/price/minor", content.price.minor(), 1, UNIT_MINOR_MAX);
        Require.between("/perOrderMax", content.perOrderMax, 1, PER_ORDER_MAX);
        if (!content.price.currency().getCurrencyCode().equals(currency)) {
            throw new CatalogProblem.WrongCurrency(content.price.currency().getCurrencyCode(), currency);
        }
        if (content.compareAtMinor != null) {
            Require.between("/compareAtMinor", content.compareAtMinor, content.price.minor() + 1, UNIT_MINOR_MAX);
        }
        return new Content(content.pool, Require.text("/title", content.title, 0, TITLE_MAX), content.price, content.on,
                content.perOrderMax, content.chooseable, content.compareAtMinor);
    }

    /**
     * What is written.
     *
     * @param title          what tells this SKU from the others of its product; empty where there is only one
     * @param compareAtMinor a higher price that it is shown beside, in the currency of the price
     */
    public record Content(PoolId pool, String title, Money price, boolean on, int perOrderMax, boolean chooseable,
            @Nullable Long compareAtMinor) {

        public Content(PoolId pool, String title, Money price, boolean on, int perOrderMax, boolean chooseable) {
            this(pool, title, price, on, perOrderMax, chooseable, null);
        }
    }
}
