package io.wanqu.pricing;

import java.util.List;
import java.util.stream.IntStream;

import io.wanqu.catalog.hint.ChoiceHint;
import io.wanqu.kernel.Id;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.SkuId;
import io.wanqu.kernel.http.Require;
import io.wanqu.shop.Shop;
import io.wanqu.shop.Shops;
import io.wanqu.shop.Shops.PublicChannels;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells a buyer what a basket would cost just now, and why; nothing is reserved or promised. */
@RestController
class QuoteController {

    private static final int LINES_MAX = 50;
    private static final int CHOSEN_MAX = 1000;

    private final Shops shops;
    private final PublicChannels channels;
    private final QuoteBaskets quoteBaskets;
    private final ChoiceHint choices;

    QuoteController(Shops shops, PublicChannels channels, QuoteBaskets quoteBaskets, ChoiceHint choices) {
        this.shops = shops;
        this.channels = channels;
        this.quoteBaskets = quoteBaskets;
        this.choices = choices;
    }

    @PostMapping("/api/v1/shops/{slug}/quotes")
    Response quote(@PathVariable String slug, @RequestBody Request request) {
        var shop = shops.bySlug(slug).mustBeOpen();
        var lines = Require.items("/lines", request.lines, 1, LINES_MAX);
        var items = IntStream.range(0, lines.size()).mapToObj(i -> item(lines.get(i), "/lines/" + i)).toList();
        var quoted = quoteBaskets.quote(new QuoteBaskets.Basket(shop, channels.channel(shop, request.channel), items));
        var told = IntStream.range(0, lines.size()).mapToObj(i -> line(shop, quoted.get(i), lines.get(i), "/lines/" + i + "/chosen")).toList();
        return new Response(told, told.stream().map(Line::amount).reduce(Money.of(0, shop.currency()), Money::plus));
    }

    private Line line(Shop shop, QuoteBaskets.Line quoted, LineRequest asked, String field) {
        var picked = asked.chosen == null ? List.<Long>of()
                : Require.items(field, asked.chosen, 0, CHOSEN_MAX).stream().map(card -> Id.parse(field, card)).distinct().toList();
        return Line.of(quoted, Money.of(choices.premiumMinor(shop.id(), picked), shop.currency()));
    }

    private static QuoteBaskets.Item item(LineRequest line, String field) {
        return new QuoteBaskets.Item(Require.present(field + "/sku", line.sku, "the identifier of a SKU"), line.quantity);
    }

    /** @param channel the public key of one of the shop's own channels; its page where there is none */
    record Request(@Nullable List<LineRequest> lines, @Nullable String channel) {
    }

    /** @param chosen the very cards that somebody wants, which may cost more */
    record LineRequest(@Nullable SkuId sku, @Nullable Integer quantity, @Nullable List<String> chosen) {
    }

    record Response(List<Line> lines, Money total) {
    }

    record Line(SkuId sku, String name, int quantity, Money unit, Money amount, List<String> reasons) {

        static Line of(QuoteBaskets.Line quoted, Money premium) {
            var ask = quoted.ask();
            var price = quoted.price();
            return new Line(ask.offer().sku(), ask.offer().name(), ask.quantity(), price.unit(), price.amount().plus(premium), price.reasons());
        }
    }
}
