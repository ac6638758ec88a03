package io.wanqu.channel.listing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.wanqu.catalog.Sheets;
import io.wanqu.channel.ChannelProblem;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Channels;
import io.wanqu.channel.account.Kinds;
import io.wanqu.channel.listing.ChannelOffers.Wanted;
import io.wanqu.channel.queue.Wake;
import io.wanqu.channel.rules.GuardPrices;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.ShopId;
import io.wanqu.pricing.PriceGuard.Waiver;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks many channels to show many products, or to show them no more; the work itself is done by each channel's own lane. */
@Service
class PublishOffers {

    private final Store store;
    private final Channels channels;
    private final Kinds kinds;
    private final Sheets sheets;
    private final GuardPrices guardPrices;
    private final Wake wake;

    PublishOffers(Store store, Channels channels, Kinds kinds, Sheets sheets, GuardPrices guardPrices, Wake wake) {
        this.store = store;
        this.channels = channels;
        this.kinds = kinds;
        this.sheets = sheets;
        this.guardPrices = guardPrices;
        this.wake = wake;
    }

    /** All or none: a channel that cannot, a product that is not there or a price agreement that is broken refuses the whole. */
    @Transactional
    public long publish(ShopId shop, Request request) {
        var products = request.products.stream().distinct().toList();
        var found = sheets.find(shop, products);
        var known = found.stream().map(Sheets.Sheet::product).collect(Collectors.toSet());
        products.stream().filter(product -> !known.contains(product)).findFirst().ifPresent(product -> {
            throw new ChannelProblem.UnknownProduct(product);
        });
        var skus = found.stream().flatMap(sheet -> sheet.variants().stream()).map(Sheets.Variant::sku).collect(Collectors.toSet());
        var wanted = new ArrayList<Wanted>();
        for (var channel : request.channels.stream().distinct().toList()) {
            var key = new ChannelKey(shop, channel);
            if (!kinds.capabilities(channels.get(key).kind()).content().publishes()) {
                throw new ChannelProblem.NotPublishing(channel);
            }
            if (request.shown) {
                guardPrices.mustKeep(key, skus, request.waiver);
            }
            products.forEach(product -> wanted.add(new Wanted(key, product)));
        }
        var id = store.add(shop, wanted, request);
        wake.afterCommit();
        return id;
    }

    /**
     * What is asked for.
     *
     * @param shown whether it shall be on sale, or be taken down
     */
    record Request(List<ChannelId> channels, List<Long> products, boolean shown, String by, @Nullable Waiver waiver) {
    }

    /** Writes down what was asked for. */
    @Service
    static class Store {

        private final ChannelOffers offers;
        private final Publications publications;
        private final Ids ids;
        private final Clock clock;

        Store(ChannelOffers offers, Publications publications, Ids ids, Clock clock) {
            this.offers = offers;
            this.publications = publications;
            this.ids = ids;
            this.clock = clock;
        }

        long add(ShopId shop, List<Wanted> wanted, Request request) {
            var id = ids.next();
            publications.add(shop, id, request.shown, request.by, clock.instant());
            offers.publish(shop, wanted, request.shown, request.by, clock.instant());
            publications.addItems(shop, id, wanted);
            return id;
        }
    }
}
