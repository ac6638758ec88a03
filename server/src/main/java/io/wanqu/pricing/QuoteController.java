package io.wanqu.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.wanqu.catalog.CatalogProblem;
import io.wanqu.catalog.Offer;
import io.wanqu.catalog.Offers;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.SkuId;
import io.wanqu.kernel.http.Require;
import io.wanqu.shop.Shop;
import io.wanqu.shop.Shops;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells a buyer what a basket would cost just now, and why; nothing is reserved or promised. */
@RestController
class QuoteController {

    private static final int LINES_MAX = 50;

    private final Shops shops;
    private final Offers offers;
    private final Quote quote;

    QuoteController(Shops shops, Offers offers, Quote quote) {
        this.shops = shops;
        this.offers = offers;
        this.quote = quote;
    }

    @PostMapping("/api/v1/shops/{slug}/quotes")
    Response quote(@PathVariable String slug, @RequestBody Request request) {
        var shop = shops.bySlug(slug).mustBeOpen();
        var asks = asks(shop, Require.items("/lines", request.lines, 1, LINES_MAX));
        var prices = quote.quote(asks);
        var lines = IntStream.range(0, asks.size()).mapToObj(i -> Line.of(asks.get(i), prices.get(i))).toList();
        return new Response(lines, prices.stream().map(Price::amount).reduce(Money.of(0, shop.currency()), Money::plus));
    }

    private List<Ask> asks(Shop shop, List<LineRequest> lines) {
        var found = offers.find(IntStream.range(0, lines.size())
                .mapToObj(i -> Require.present("/lines/" + i + "/sku", lines.get(i).sku, "the identifier of a SKU")).toList());
        var asks = new ArrayList<Ask>();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            asks.add(ask(shop, found.get(line.sku), line, "/lines/" + i));
        }
        return asks;
    }

    private static Ask ask(Shop shop, @Nullable Offer offer, LineRequest line, String field) {
        var sku = Require.present(field + "/sku", line.sku, "the identifier of a SKU");
        if (offer == null || !offer.shop().equals(shop.id())) {
            throw new CatalogProblem.UnknownSku(sku);
        }
        if (!offer.onSale()) {
            throw new CatalogProblem.NotOnSale(sku);
        }
        return new Ask(offer, shop.page(), Require.between(field + "/quantity", line.quantity, 1, offer.perOrderMax()));
    }

    record Request(@Nullable List<LineRequest> lines) {
    }

    record LineRequest(@Nullable SkuId sku, @Nullable Integer quantity) {
    }

    record Response(List<Line> lines, Money total) {
    }

    record Line(SkuId sku, String name, int quantity, Money unit, Money amount, List<String> reasons) {

        static Line of(Ask ask, Price price) {
            return new Line(ask.offer().sku(), ask.offer().name(), ask.quantity(), price.unit(), price.amount(), price.reasons());
        }
    }
}
