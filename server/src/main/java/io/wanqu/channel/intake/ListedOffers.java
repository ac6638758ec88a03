package io.wanqu.channel.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.wanqu.catalog.Offer;
import io.wanqu.catalog.Offers;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Listings;
import io.wanqu.channel.account.Listings.Item;
import io.wanqu.connector.ChannelOrder;

import org.springframework.stereotype.Component;

/** What is behind the lines of a channel's orders: SKUs of this shop, by what the channel calls them. */
@Component
class ListedOffers {

    private final Listings listings;
    private final Offers offers;

    ListedOffers(Listings listings, Offers offers) {
        this.listings = listings;
        this.offers = offers;
    }

    Map<Item, Offer> of(ChannelKey key, List<ChannelOrder> orders) {
        var items = orders.stream().flatMap(order -> order.lines().stream()).map(Sighting::item).toList();
        var skus = listings.find(key, items);
        var found = offers.find(skus.values());
        var offered = new HashMap<Item, Offer>();
        skus.forEach((item, sku) -> {
            var offer = found.get(sku);
            if (offer != null && offer.shop().equals(key.shop())) {
                offered.put(item, offer);
            }
        });
        return offered;
    }
}
