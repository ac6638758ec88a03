package io.wanqu.channel.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.wanqu.catalog.Offer;
import io.wanqu.catalog.Offers;
import io.wanqu.catalog.Sheets;
import io.wanqu.catalog.Sheets.Sheet;
import io.wanqu.catalog.Sheets.Variant;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.rules.Rules;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;
import io.wanqu.pricing.Ask;
import io.wanqu.pricing.Quote;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes an offer for a channel out of the product, the template, the channel's own words and its price list. */
@Component
class ComposeDraft {

    private final Sheets sheets;
    private final Offers offers;
    private final Quote quote;
    private final Templates templates;
    private final Rules rules;

    ComposeDraft(Sheets sheets, Offers offers, Quote quote, Templates templates, Rules rules) {
        this.sheets = sheets;
        this.offers = offers;
        this.quote = quote;
        this.templates = templates;
        this.rules = rules;
    }

    boolean hasTemplate(ShopId shop, long template) {
        return templates.find(shop, template).isPresent();
    }

    /** Empty where nothing of the product is on sale. */
    Optional<Composed> compose(ChannelKey key, ChannelOffers.Offer offer) {
        return sheets.find(key.shop(), List.of(offer.product())).stream().findFirst().flatMap(sheet -> compose(key, offer, sheet));
    }

    private Optional<Composed> compose(ChannelKey key, ChannelOffers.Offer offer, Sheet sheet) {
        var found = offers.find(sheet.variants().stream().map(Variant::sku).toList());
        var onSale = sheet.variants().stream().filter(it -> found.containsKey(it.sku()) && found.get(it.sku()).onSale()).toList();
        if (onSale.isEmpty()) {
            return Optional.empty();
        }
        var rule = rules.of(key.shop(), key.channel());
        var priced = rule.priceList() == null ? key.channel() : rule.priceList();
        var prices = quote.quote(onSale.stream().map(it -> new Ask(found.get(it.sku()), priced, 1)).toList());
        var skus = new ArrayList<Draft.Sku>();
        for (var i = 0; i < onSale.size(); i++) {
            skus.add(new Draft.Sku(onSale.get(i).sku(), onSale.get(i).title(), prices.get(i).unit().minor()));
        }
        var id = offer.template() == 0 && rule.template() != null ? rule.template() : offer.template();
        var template = templates.find(key.shop(), id).map(Templates.Template::content).orElse(Content.EMPTY);
        return Optional.of(new Composed(draft(offer.variant().over(template), sheet, skus),
                onSale.stream().map(it -> found.get(it.sku())).collect(Collectors.toMap(Offer::sku, it -> it))));
    }

    private static Draft draft(Content content, Sheet sheet, List<Draft.Sku> skus) {
        return new Draft(words(content.title(), "{title}", sheet), words(content.description(), "{description}", sheet),
                content.pictures() == null ? List.of() : content.pictures(), content.category() == null ? "" : content.category(),
                content.attributes() == null ? Map.of() : content.attributes(), skus);
    }

    private static String words(@Nullable String pattern, String usual, Sheet sheet) {
        return (pattern == null ? usual : pattern).replace("{title}", sheet.title()).replace("{description}", sheet.description()).strip();
    }

    /** An offer as it shall be, and what is behind each of its SKUs. */
    record Composed(Draft draft, Map<SkuId, Offer> offers) {
    }
}
