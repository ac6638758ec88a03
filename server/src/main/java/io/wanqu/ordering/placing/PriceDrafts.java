package io.wanqu.ordering.placing;

import java.util.HashSet;
import java.util.Map;
import java.util.stream.Collectors;

import io.wanqu.catalog.Offer;
import io.wanqu.catalog.Offers;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.SkuId;
import io.wanqu.ordering.OrderingProblem;
import io.wanqu.ordering.row.OrderPolicy;
import io.wanqu.pricing.Ask;
import io.wanqu.pricing.Price;
import io.wanqu.pricing.Quote;
import io.wanqu.shop.Shop;
import io.wanqu.shop.Shops;
import io.wanqu.vault.CardChoices;
import io.wanqu.vault.CardChoices.CardChoice;

import org.springframework.stereotype.Component;

/** First step of placing: are these things for sale, in these numbers, and what do they cost now? */
@Component
class PriceDrafts {

    private final Shops shops;
    private final Offers offers;
    private final Quote quote;
    private final CardChoices choices;
    private final OrderPolicy policy;

    PriceDrafts(Shops shops, Offers offers, Quote quote, CardChoices choices, OrderPolicy policy) {
        this.shops = shops;
        this.offers = offers;
        this.quote = quote;
        this.choices = choices;
        this.policy = policy;
    }

    void price(Map<Draft, PlaceAsk> asks) {
        var shopsById = shops.byIds(asks.keySet().stream().map(draft -> draft.shop).collect(Collectors.toSet()));
        var offersBySku = offers.find(asks.values().stream().flatMap(ask -> ask.lines().stream()).map(PlaceAsk.Line::sku)
                .collect(Collectors.toSet()));
        asks.forEach((draft, ask) -> check(draft, ask, shopsById.get(draft.shop), offersBySku));
        var open = asks.keySet().stream().filter(Draft::open).toList();
        var prices = quote.quote(open.stream()
                .flatMap(draft -> asks.get(draft).lines().stream()
                        .map(line -> new Ask(offersBySku.get(line.sku()), draft.channel, line.quantity())))
                .toList()).iterator();
        for (var draft : open) {
            for (var line : asks.get(draft).lines()) {
                addLine(draft, line, offersBySku.get(line.sku()), prices.next());
            }
            checkTotal(draft, asks.get(draft));
        }
    }

    private void check(Draft draft, PlaceAsk ask, Shop shop, Map<SkuId, Offer> offersBySku) {
        if (shop == null || shop.state() != Shop.State.OPEN) {
            draft.refuse(new OrderingProblem.ShopClosed());
            return;
        }
        var skus = ask.lines().stream().map(PlaceAsk.Line::sku).toList();
        if (skus.isEmpty() || skus.size() > policy.linesMax() || new HashSet<>(skus).size() < skus.size()) {
            draft.refuse(new OrderingProblem.EmptyOrder(policy.linesMax()));
            return;
        }
        ask.lines().forEach(line -> check(draft, line, offersBySku.get(line.sku())));
    }

    private static void check(Draft draft, PlaceAsk.Line line, Offer offer) {
        if (offer == null || !offer.shop().equals(draft.shop)) {
            draft.refuse(new OrderingProblem.UnknownSku(line.sku()));
        } else if (!offer.onSale()) {
            draft.refuse(new OrderingProblem.NotOnSale(line.sku()));
        } else if (line.quantity() < 1 || line.quantity() > offer.perOrderMax()) {
            draft.refuse(new OrderingProblem.QuantityOutOfRange(line.sku(), line.quantity(), offer.perOrderMax()));
        } else if (!line.chosen().isEmpty() && (!offer.chooseable() || line.chosen().size() != line.quantity())) {
            draft.refuse(new OrderingProblem.NotChoosable(line.sku()));
        }
    }

    private void addLine(Draft draft, PlaceAsk.Line line, Offer offer, Price price) {
        var amount = line.chosen().isEmpty() ? price.amount() : price.amount().plus(premium(draft, line, price));
        draft.lines.add(new Draft.Line(draft.lines.size() + 1, null, line.sku(), offer.pool(), offer.name(), line.quantity(),
                price.unit(), amount, line.chosen()));
    }

    /** The premium of each card is asked again now, because the buyer's page may be old. */
    private Money premium(Draft draft, PlaceAsk.Line line, Price price) {
        var found = choices.find(draft.shop, line.chosen());
        if (found.size() < line.chosen().size()) {
            draft.refuse(new OrderingProblem.ChosenTaken(line.sku()));
        }
        return new Money(found.values().stream().mapToLong(CardChoice::premiumMinor).sum(), price.unit().currency());
    }

    private static void checkTotal(Draft draft, PlaceAsk ask) {
        var total = draft.total().minor();
        if (draft.open() && ask.totalMinor() != null && ask.totalMinor() != total) {
            draft.refuse(new OrderingProblem.PriceChanged(ask.totalMinor(), total));
        }
    }
}
