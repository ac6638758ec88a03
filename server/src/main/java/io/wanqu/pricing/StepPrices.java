package io.wanqu.pricing;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import io.wanqu.catalog.Offer;
import io.wanqu.catalog.hint.PriceHint;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.SkuId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells pages what pieces cost by quantity: where a price may begin is read, and what it is there is quoted like any basket. */
@Component
class StepPrices implements PriceHint {

    private final JdbcClient jdbc;
    private final Quote quote;
    private final Clock clock;

    StepPrices(JdbcClient jdbc, Quote quote, Clock clock) {
        this.jdbc = jdbc;
        this.quote = quote;
        this.clock = clock;
    }

    /** Two statements, whatever the number; a step that changes nothing is left out. */
    @Override
    public Map<SkuId, List<Step>> steps(ChannelId channel, Collection<Offer> offers) {
        var starts = starts(channel, offers);
        var asks = new ArrayList<Ask>();
        offers.forEach(offer -> starts.get(offer.sku()).forEach(from -> asks.add(new Ask(offer, channel, from))));
        var prices = quote.quote(asks);
        var steps = new HashMap<SkuId, List<Step>>();
        for (var i = 0; i < asks.size(); i++) {
            var of = steps.computeIfAbsent(asks.get(i).offer().sku(), it -> new ArrayList<>());
            if (of.isEmpty() || !of.getLast().unit().equals(prices.get(i).unit())) {
                of.add(new Step(asks.get(i).quantity(), prices.get(i).unit(), prices.get(i).reasons()));
            }
        }
        return steps;
    }

    private Map<SkuId, SortedSet<Integer>> starts(ChannelId channel, Collection<Offer> offers) {
        var starts = new HashMap<SkuId, SortedSet<Integer>>();
        offers.forEach(offer -> starts.put(offer.sku(), new TreeSet<>(List.of(1))));
        jdbc.sql("""
                select price.sku_id, price.min_quantity
                  from unnest(:shops, :skus, :most) as ask (shop_id, sku_id, most)
                  join pricing.price
                    on price.shop_id = ask.shop_id
                   and price.sku_id = ask.sku_id
                   and price.min_quantity <= ask.most
                 where (price.channel_id is null or price.channel_id = :channel)
                   and (price.valid_from is null or price.valid_from <= :at)
                   and (price.valid_to is null or price.valid_to > :at)
                """)
            .params(Columns.of(List.copyOf(offers))
                    .longs("shops", offer -> offer.shop().value())
                    .longs("skus", offer -> offer.sku().value())
                    .ints("most", Offer::perOrderMax)
                    .and("channel", channel.value())
                    .and("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .params())
            .query(row -> {
                starts.get(new SkuId(row.getLong("sku_id"))).add(row.getInt("min_quantity"));
            });
        return starts;
    }
}
