package io.wanqu.pricing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.wanqu.catalog.CatalogProblem;
import io.wanqu.catalog.Offer;
import io.wanqu.catalog.Offers;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.GroupCommit;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.Problem;
import io.wanqu.kernel.SkuId;
import io.wanqu.kernel.http.Require;
import io.wanqu.shop.Shop;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Prices baskets; those that arrive at the same moment by one look at the offers and one at the price lists. */
@Component
class QuoteBaskets implements DisposableBean {

    private static final int BATCH_MAX = 500;

    private final Offers offers;
    private final Quote quote;
    private final GroupCommit<Basket, Outcome> group;

    QuoteBaskets(Offers offers, Quote quote) {
        this.offers = offers;
        this.quote = quote;
        this.group = new GroupCommit<>("quote-baskets", GroupCommit.lanes(), BATCH_MAX, this::quote);
    }

    List<Line> quote(Basket basket) {
        var outcome = group.submit(basket);
        if (outcome.refusal != null) {
            throw outcome.refusal;
        }
        return outcome.lines;
    }

    private List<Outcome> quote(List<Basket> baskets) {
        var found = offers.find(baskets.stream().flatMap(basket -> basket.items.stream()).map(Item::sku).toList());
        var outcomes = baskets.stream().map(basket -> outcome(basket, found)).toList();
        var prices = quote.quote(outcomes.stream().map(Outcome::asks).flatMap(Collection::stream).toList()).iterator();
        outcomes.forEach(outcome -> outcome.asks.forEach(ask -> outcome.lines.add(new Line(ask, prices.next()))));
        return outcomes;
    }

    /** A refusal is a value here, so that it spoils nobody else's quote. */
    private static Outcome outcome(Basket basket, Map<SkuId, Offer> found) {
        var asks = new ArrayList<Ask>();
        try {
            for (var i = 0; i < basket.items.size(); i++) {
                asks.add(ask(basket, found.get(basket.items.get(i).sku), basket.items.get(i), "/lines/" + i));
            }
            return new Outcome(asks, new ArrayList<>(), null);
        } catch (Problem refusal) {
            return new Outcome(List.of(), List.of(), refusal);
        }
    }

    private static Ask ask(Basket basket, @Nullable Offer offer, Item item, String field) {
        if (offer == null || !offer.shop().equals(basket.shop.id())) {
            throw new CatalogProblem.UnknownSku(item.sku);
        }
        if (!offer.onSale()) {
            throw new CatalogProblem.NotOnSale(item.sku);
        }
        return new Ask(offer, basket.channel, Require.between(field + "/quantity", item.quantity, 1, offer.perOrderMax()));
    }

    @Override
    public void destroy() {
        group.close();
    }

    record Basket(Shop shop, ChannelId channel, List<Item> items) {
    }

    record Item(SkuId sku, @Nullable Integer quantity) {
    }

    record Line(Ask ask, Price price) {

        Money amount() {
            return price.amount();
        }
    }

    private record Outcome(List<Ask> asks, List<Line> lines, @Nullable Problem refusal) {
    }
}
