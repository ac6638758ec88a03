package io.wanqu.channel.rules;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.wanqu.catalog.Offer;
import io.wanqu.catalog.Offers;
import io.wanqu.catalog.Sheets;
import io.wanqu.channel.ChannelProblem;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;
import io.wanqu.pricing.PriceGuard;
import io.wanqu.pricing.PriceListQueries;
import io.wanqu.pricing.WritePriceList.Row;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds prices that undercut what was agreed, before anybody sees them. */
@Component
public class GuardPrices implements PriceGuard {

    private final Agreements agreements;
    private final Rules rules;
    private final Offers offers;
    private final Sheets sheets;
    private final PriceListQueries lists;
    private final Clock clock;

    GuardPrices(Agreements agreements, Rules rules, Offers offers, Sheets sheets, PriceListQueries lists, Clock clock) {
        this.agreements = agreements;
        this.rules = rules;
        this.offers = offers;
        this.sheets = sheets;
        this.lists = lists;
        this.clock = clock;
    }

    @Override
    public void check(ShopId shop, SkuId sku, List<Row> rows, @Nullable Waiver waiver) {
        settle(shop, breaches(shop, it -> true, List.of(sku), Map.of(sku, rows)), waiver);
    }

    /** Prices of these SKUs as they are now that break an agreement of this channel, and were not waived. */
    public List<Breach> breaches(ChannelKey key, Collection<SkuId> skus) {
        return breaches(key.shop(), it -> it.channel().equals(key.channel()), skus, Map.of());
    }

    /** Refuses the first breach, or writes down why none of them shall count. */
    public void mustKeep(ChannelKey key, Collection<SkuId> skus, @Nullable Waiver waiver) {
        settle(key.shop(), breaches(key, skus), waiver);
    }

    /** Every price of the shop that breaks an agreement now, and that nobody waived. */
    List<Breach> present(ShopId shop) {
        return breaches(shop, it -> true, null, Map.of());
    }

    private void settle(ShopId shop, List<Breach> breaches, @Nullable Waiver waiver) {
        if (!breaches.isEmpty() && waiver == null) {
            throw new ChannelProblem.BreaksAgreement(breaches.getFirst());
        }
        breaches.forEach(breach -> agreements.waive(shop, breach, Objects.requireNonNull(waiver)));
    }

    private List<Breach> breaches(ShopId shop, Predicate<Agreement> wanted, @Nullable Collection<SkuId> only, Map<SkuId, List<Row>> given) {
        var all = agreements.of(shop).stream().filter(wanted).toList();
        if (all.isEmpty()) {
            return List.of();
        }
        var skus = only == null ? named(shop, all) : only;
        var found = offers.find(skus).values().stream().filter(offer -> offer.shop().equals(shop)).toList();
        var written = lists.of(shop, skus);
        var waived = agreements.waived(shop);
        var breaches = new ArrayList<Breach>();
        for (var agreement : all) {
            found.stream().filter(offer -> offer.sku().equals(agreement.sku()) || Long.valueOf(offer.product()).equals(agreement.product()))
                    .forEach(offer -> breach(shop, agreement, offer, given.getOrDefault(offer.sku(), written.getOrDefault(offer.sku(), List.of())))
                            .filter(it -> it.priceMinor() < waived.getOrDefault(new Agreements.Waived(it.agreement(), it.sku()), Long.MAX_VALUE))
                            .forEach(breaches::add));
        }
        return breaches;
    }

    private Stream<Breach> breach(ShopId shop, Agreement agreement, Offer offer, List<Row> rows) {
        var other = agreement.otherChannel();
        var channels = new PriceAt.Channels(priced(shop, agreement.channel()), priced(shop, other == null ? agreement.channel() : other));
        return new PriceAt(offer.price().minor(), rows).low(agreement, channels, clock.instant()).stream()
                .map(low -> new Breach(agreement.id(), agreement.name(), agreement.channel(), offer.sku(), low.quantity(), low.priceMinor(), low.leastMinor()));
    }

    private ChannelId priced(ShopId shop, ChannelId channel) {
        var list = rules.of(shop, channel).priceList();
        return list == null ? channel : list;
    }

    private Collection<SkuId> named(ShopId shop, List<Agreement> all) {
        var skus = new HashSet<SkuId>();
        var products = new HashSet<Long>();
        for (var agreement : all) {
            if (agreement.sku() != null) {
                skus.add(agreement.sku());
            }
            if (agreement.product() != null) {
                products.add(agreement.product());
            }
        }
        sheets.find(shop, products).forEach(sheet -> sheet.variants().forEach(variant -> skus.add(variant.sku())));
        return skus;
    }
}
