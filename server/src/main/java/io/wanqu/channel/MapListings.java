package io.wanqu.channel;

import java.util.ArrayList;
import java.util.List;

import io.wanqu.catalog.Offers;
import io.wanqu.channel.account.Alerts;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Channels;
import io.wanqu.channel.account.Listings;
import io.wanqu.channel.account.Listings.Item;
import io.wanqu.channel.account.Listings.Listing;
import io.wanqu.channel.intake.ReadUnmappedAgain;
import io.wanqu.channel.stock.KeepStockTold;
import io.wanqu.kernel.SkuId;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says which SKU is behind what a channel offers; from then on its stock is told and its orders are taken. */
@Service
public class MapListings {

    private final Listings listings;
    private final Channels channels;
    private final Offers offers;
    private final Alerts alerts;
    private final KeepStockTold keepStockTold;
    private final ReadUnmappedAgain readUnmappedAgain;

    MapListings(Listings listings, Channels channels, Offers offers, Alerts alerts, KeepStockTold keepStockTold,
            ReadUnmappedAgain readUnmappedAgain) {
        this.listings = listings;
        this.channels = channels;
        this.offers = offers;
        this.alerts = alerts;
        this.keepStockTold = keepStockTold;
        this.readUnmappedAgain = readUnmappedAgain;
    }

    /** All or none; what is listed already is replaced. */
    @Transactional
    public void map(ChannelKey key, List<Mapping> mappings) {
        channels.get(key);
        var found = offers.find(mappings.stream().map(Mapping::sku).toList());
        var wanted = new ArrayList<Listing>();
        for (var mapping : mappings) {
            var offer = found.get(mapping.sku);
            if (offer == null || !offer.shop().equals(key.shop())) {
                throw new ChannelProblem.UnknownSku(mapping.sku, "/" + wanted.size() + "/sku");
            }
            wanted.add(new Listing(new Item(mapping.externalProduct, mapping.externalSku), offer.sku(), offer.pool()));
        }
        listings.put(key, wanted);
        keepStockTold.begin(key, wanted.stream().map(Listing::item).toList());
        wanted.forEach(listing -> alerts.settle(key, "unmapped", listing.item().toString()));
        readUnmappedAgain.readAgain(key);
    }

    @Transactional
    public void remove(ChannelKey key, String externalProduct, String externalSku) {
        if (!listings.remove(key, new Item(externalProduct, externalSku))) {
            throw new ChannelProblem.UnknownListing(externalProduct, externalSku);
        }
    }

    /** What a channel offers and the SKU it shall sell. */
    public record Mapping(String externalProduct, String externalSku, SkuId sku) {
    }
}
