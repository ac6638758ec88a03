package io.wanqu.channel.listing;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.wanqu.catalog.Offers;
import io.wanqu.catalog.ProductChanged;
import io.wanqu.catalog.SkuChanged;
import io.wanqu.channel.queue.Wake;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.EventListener;
import io.wanqu.kernel.event.StoredEvent;
import io.wanqu.pricing.PriceListChanged;

import org.springframework.stereotype.Component;

/** Brings every channel that shows a product up to date when its words or prices changed. */
@Component
class NoteChanges implements EventListener {

    private final ChannelOffers channelOffers;
    private final Offers offers;
    private final Wake wake;
    private final Clock clock;

    NoteChanges(ChannelOffers channelOffers, Offers offers, Wake wake, Clock clock) {
        this.channelOffers = channelOffers;
        this.offers = offers;
        this.wake = wake;
        this.clock = clock;
    }

    @Override
    public String cursor() {
        return "channel.offers";
    }

    @Override
    public Set<Class<? extends Event>> events() {
        return Set.of(ProductChanged.class, SkuChanged.class, PriceListChanged.class);
    }

    @Override
    public void on(List<StoredEvent> batch) {
        var products = new HashMap<ShopId, Set<Long>>();
        var priced = new HashSet<SkuId>();
        for (var event : batch) {
            if (event.is(ProductChanged.class)) {
                note(products, event.shop(), event.as(ProductChanged.class).product());
            } else if (event.is(SkuChanged.class)) {
                note(products, event.shop(), event.as(SkuChanged.class).product());
            } else {
                priced.add(event.as(PriceListChanged.class).sku());
            }
        }
        if (!priced.isEmpty()) {
            offers.find(priced).values().forEach(offer -> note(products, offer.shop(), offer.product()));
        }
        var due = 0;
        for (var each : products.entrySet()) {
            due += channelOffers.changed(each.getKey(), each.getValue(), clock.instant());
        }
        if (due > 0) {
            wake.afterCommit();
        }
    }

    private static void note(Map<ShopId, Set<Long>> products, ShopId shop, long product) {
        products.computeIfAbsent(shop, it -> new HashSet<>()).add(product);
    }
}
