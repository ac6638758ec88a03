package io.wanqu.testing;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.wanqu.catalog.Offer;
import io.wanqu.catalog.Offers;
import io.wanqu.catalog.WriteProduct;
import io.wanqu.catalog.WriteSku;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.SkuId;
import io.wanqu.shop.OpenShop;
import io.wanqu.shop.Shop;

import org.springframework.stereotype.Component;

/** Sets up shops with something to sell, through the same use cases as everybody. */
@Component
public class Storefront {

    private static final AtomicLong COUNT = new AtomicLong();

    private final OpenShop openShop;
    private final WriteProduct writeProduct;
    private final WriteSku writeSku;
    private final Offers offers;
    private final Ids ids;

    Storefront(OpenShop openShop, WriteProduct writeProduct, WriteSku writeSku, Offers offers, Ids ids) {
        this.openShop = openShop;
        this.writeProduct = writeProduct;
        this.writeSku = writeSku;
        this.offers = offers;
        this.ids = ids;
    }

    /** A new, open shop that trades in CNY. */
    public Shop shop() {
        var slug = "shop-" + Long.toString(ids.next(), Character.MAX_RADIX) + "-" + COUNT.incrementAndGet();
        return openShop.open(slug, "Mei's games", "CNY");
    }

    public long product(Shop shop, String title) {
        return writeProduct.add(shop.id(), new WriteProduct.Content(title, "One key each.", WriteProduct.State.ON));
    }

    public long state(Shop shop, long product, WriteProduct.State state) {
        writeProduct.change(shop.id(), product, new WriteProduct.Content("Rare game", "One key each.", state));
        return product;
    }

    /** A product on sale with one SKU at this price, from a pool of its own that nobody has loaded. */
    public Offer offer(Shop shop, long minor) {
        return offer(shop, minor, new PoolId(ids.next()));
    }

    public Offer offer(Shop shop, long minor, PoolId pool) {
        var sku = sku(shop, product(shop, "Rare game"), minor, pool);
        return offers.find(List.of(sku)).get(sku);
    }

    public SkuId sku(Shop shop, long product, long minor, PoolId pool) {
        return writeSku.add(shop.id(), product,
                new WriteSku.Content(pool, "", Money.of(minor, shop.currency()), true, 10, false));
    }
}
