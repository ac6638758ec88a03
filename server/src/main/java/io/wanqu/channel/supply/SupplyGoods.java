package io.wanqu.channel.supply;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.wanqu.catalog.Offer;
import io.wanqu.catalog.Offers;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.account.Listings;
import io.wanqu.channel.account.Listings.Item;
import io.wanqu.connector.supply.Supplier;
import io.wanqu.inventory.SellableStock;
import io.wanqu.kernel.SkuId;
import io.wanqu.pricing.Ask;
import io.wanqu.pricing.Quote;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is offered to a buying channel: its listings, at its price, with the stock it may have. */
@Component
class SupplyGoods {

    private static final int SIZE_MAX = 100;

    private final Listings listings;
    private final Offers offers;
    private final Quote quote;
    private final SellableStock sellable;

    SupplyGoods(Listings listings, Offers offers, Quote quote, SellableStock sellable) {
        this.listings = listings;
        this.offers = offers;
        this.quote = quote;
        this.sellable = sellable;
    }

    /** A listing by the number it is offered under. */
    static Item item(String number) {
        var cut = number.indexOf('/');
        return cut < 0 ? new Item(number, "") : new Item(number.substring(0, cut), number.substring(cut + 1));
    }

    static String number(Item item) {
        return item.sku().isEmpty() ? item.product() : item.toString();
    }

    Supplier.Page page(ChannelKey key, @Nullable String keyword, int page, int size) {
        var all = offered(key, listings.of(key));
        var found = all.entrySet().stream()
                .filter(it -> keyword == null || keyword.isBlank() || it.getValue().name().contains(keyword))
                .toList();
        var length = Math.clamp(size, 1, SIZE_MAX);
        var from = Math.min((long) found.size(), (Math.max(1L, page) - 1) * length);
        var shown = new LinkedHashMap<Item, Offer>();
        found.stream().skip(from).limit(length).forEach(it -> shown.put(it.getKey(), it.getValue()));
        return new Supplier.Page(List.copyOf(priced(key, shown).values()), found.size());
    }

    Optional<Supplier.Goods> find(ChannelKey key, String number) {
        var item = item(number);
        return Optional.ofNullable(priced(key, offered(key, listings.find(key, List.of(item)))).get(item));
    }

    /** The SKUs of this shop behind these listings. */
    Map<Item, Offer> offered(ChannelKey key, Map<Item, SkuId> listed) {
        var found = offers.find(listed.values());
        var offered = new LinkedHashMap<Item, Offer>();
        listed.forEach((item, sku) -> {
            var offer = found.get(sku);
            if (offer != null && offer.shop().equals(key.shop())) {
                offered.put(item, offer);
            }
        });
        return offered;
    }

    Map<Item, Supplier.Goods> priced(ChannelKey key, Map<Item, Offer> offered) {
        var prices = quote.quote(offered.values().stream().map(offer -> new Ask(offer, key.channel(), 1)).toList()).iterator();
        var stock = sellable.sellable(key.shop(), key.channel(), offered.values().stream().map(Offer::pool).collect(Collectors.toSet()));
        var goods = new LinkedHashMap<Item, Supplier.Goods>();
        offered.forEach((item, offer) -> goods.put(item, new Supplier.Goods(number(item), offer.name(), prices.next().unit().minor(),
                stock.getOrDefault(offer.pool(), 0L), offer.onSale())));
        return goods;
    }
}
