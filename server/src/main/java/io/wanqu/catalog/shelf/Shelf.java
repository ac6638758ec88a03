package io.wanqu.catalog.shelf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.wanqu.catalog.CatalogProblem;
import io.wanqu.catalog.hint.ChoiceHint;
import io.wanqu.catalog.hint.StockHint;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.SkuId;
import io.wanqu.shop.Shop;

import org.springframework.stereotype.Component;

/**
 * What is on sale in a shop. Words, pictures and prices come from copies at most two seconds old; what is left is asked at
 * each look, in one go for all that is shown.
 */
@Component
public class Shelf {

    /** How many pages are looked through for one that holds only what can be bought. */
    private static final int ROUNDS = 5;
    private static final int CHOICES = 24;

    private final Copies copies;
    private final StockHint stock;
    private final Extras extras;

    Shelf(Copies copies, StockHint stock, Extras extras) {
        this.copies = copies;
        this.stock = stock;
        this.extras = extras;
    }

    /** A page of cards, and where the next one begins. With {@code inStock} it may be shorter than asked for. */
    public Page<Card> list(Shop shop, ListAsk ask) {
        if (!ask.inStock()) {
            var found = copies.list(shop, ask);
            return new Page<>(cards(shop, found.products()), found.next());
        }
        var cards = new ArrayList<Card>();
        var from = ask;
        for (var round = 1; ; round++) {
            var found = copies.list(shop, from);
            var places = found.products();
            var shown = cards(shop, places);
            for (var i = 0; i < shown.size(); i++) {
                if (shown.get(i).stock() != StockLevel.SOLD_OUT) {
                    cards.add(shown.get(i));
                }
                if (cards.size() == ask.limit() && (i + 1 < shown.size() || found.next() != null)) {
                    return new Page<>(cards, places.get(i).place().text());
                }
            }
            if (found.next() == null || round == ROUNDS) {
                return new Page<>(cards, found.next());
            }
            from = ask.from(places.getLast().place());
        }
    }

    /** Those of the products that are on sale, in the order of the ids. */
    public List<Card> cards(Shop shop, List<Long> products) {
        var found = copies.some(shop, products).stream().collect(Collectors.toMap(Content::id, Function.identity()));
        return cards(shop, products.stream().filter(found::containsKey).<Content>map(found::get).toList());
    }

    public ProductPage find(Shop shop, long product) {
        var content = copies.one(shop, product).orElseThrow(() -> new CatalogProblem.UnknownProduct(product));
        var choosable = content.skus().stream().filter(it -> it.offer().chooseable()).toList();
        return content.page(left(shop, Stream.of(content)), extras.choices(shop.id(), choosable, CHOICES));
    }

    /** Whether there was such a product, which is not on sale now. */
    public boolean wasSold(Shop shop, long product) {
        return copies.withdrawn(shop, product);
    }

    /** The next cards to pick from of a SKU. */
    Page<ChoiceHint.Choice> choices(Shop shop, SkuId sku, long after, int limit) {
        return extras.choices(shop, sku, after, limit);
    }

    public List<CategoryNode> categories(Shop shop) {
        return copies.categories(shop);
    }

    List<String> suggest(Shop shop, String query) {
        return copies.suggest(shop, query);
    }

    private List<Card> cards(Shop shop, Collection<Content> contents) {
        var left = left(shop, contents.stream());
        return contents.stream().map(it -> it.card(left)).toList();
    }

    private Map<PoolId, Long> left(Shop shop, Stream<Content> contents) {
        var pools = contents.flatMap(it -> it.skus().stream()).map(it -> it.offer().pool()).collect(Collectors.toSet());
        return pools.isEmpty() ? Map.of() : stock.sellable(shop.id(), shop.page(), pools);
    }
}
