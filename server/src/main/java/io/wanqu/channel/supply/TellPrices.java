package io.wanqu.channel.supply;

import java.util.Map;
import java.util.Objects;

import io.wanqu.channel.account.Listings;
import io.wanqu.channel.account.Listings.Item;
import io.wanqu.channel.account.OpenChannel;
import io.wanqu.channel.supply.Watches.Watch;
import io.wanqu.connector.listing.PriceUpdate;

import org.springframework.stereotype.Component;

/** Tells a buying channel the price of what it watches, when it is not the one it was told last. */
@Component
public class TellPrices {

    private final SupplyGoods goods;
    private final Listings listings;
    private final Watches watches;

    TellPrices(SupplyGoods goods, Listings listings, Watches watches) {
        this.goods = goods;
        this.listings = listings;
        this.watches = watches;
    }

    /** Throws what the channel throws; what was told until then is remembered. */
    public void tell(OpenChannel channel, Map<Item, Watch> watched) {
        var key = channel.key();
        goods.priced(key, goods.offered(key, listings.find(key, watched.keySet()))).forEach((item, now) -> {
            var before = watched.get(item);
            if (before != null && !Objects.equals(before.toldMinor(), now.priceMinor())) {
                channel.call(session -> session.setPrice(new PriceUpdate(item.product(), item.sku(), now.priceMinor())));
                watches.told(key, item, now.priceMinor());
            }
        });
    }
}
