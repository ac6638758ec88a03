package io.wanqu.testing;

import java.util.List;
import java.util.UUID;

import io.wanqu.catalog.WriteSku;
import io.wanqu.inventory.sharing.OpenPool;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.SkuId;
import io.wanqu.ordering.placing.PlaceAsk;
import io.wanqu.shop.Shop;
import io.wanqu.vault.CardLoader;

import org.springframework.stereotype.Component;

/** A shop with cards on sale, and buyers for it. */
@Component
public class Market {

    public static final long PRICE = 990;

    private final Storefront storefront;
    private final OpenPool openPool;
    private final WriteSku writeSku;
    private final CardLoader loader;

    Market(Storefront storefront, OpenPool openPool, WriteSku writeSku, CardLoader loader) {
        this.storefront = storefront;
        this.openPool = openPool;
        this.writeSku = writeSku;
        this.loader = loader;
    }

    /** A new shop that sells one game, with so many keys in its pool. */
    public Stall stall(int keys) {
        return stall(storefront.shop(), keys);
    }

    public Stall stall(Shop shop, int keys) {
        var pool = openPool.open(shop.id(), "rare game", false);
        loader.load(shop.id(), pool, keys);
        var sku = writeSku.add(shop.id(), storefront.product(shop, "Rare game"),
                new WriteSku.Content(pool, "", Money.of(PRICE, shop.currency()), true, 1000, true));
        return new Stall(shop, pool, sku);
    }

    public void load(Stall stall, int keys) {
        loader.load(stall.shop.id(), stall.pool, keys);
    }

    public List<Long> load(Stall stall, List<String> secrets) {
        return loader.load(stall.shop.id(), stall.pool, secrets);
    }

    /** A shop, and the one thing it sells. */
    public record Stall(Shop shop, PoolId pool, SkuId sku) {

        public PlaceAsk order(int quantity) {
            return order(quantity, UUID.randomUUID().toString());
        }

        public PlaceAsk order(int quantity, String key) {
            return order(quantity, key, new PlaceAsk.Buyer("lin-" + key + "@example.com", "secret-pass", null, "10.0.0." + key.hashCode()));
        }

        public PlaceAsk order(int quantity, String key, PlaceAsk.Buyer buyer) {
            return new PlaceAsk(shop.id(), shop.page(), List.of(new PlaceAsk.Line(sku, quantity, List.of())), buyer, "sandbox", null,
                    key, null);
        }

        public PlaceAsk choosing(List<Long> cards, String key) {
            var ask = order(cards.size(), key);
            return new PlaceAsk(ask.shop(), ask.channel(), List.of(new PlaceAsk.Line(sku, cards.size(), cards)), ask.buyer(),
                    ask.rail(), null, key, null);
        }
    }
}
