package io.wanqu.catalog.shelf;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.wanqu.catalog.hint.PriceHint;
import io.wanqu.kernel.SkuId;
import io.wanqu.shop.Shop;

import org.springframework.stereotype.Component;

/** The SKUs of products on sale, with what they cost on the shop's own page just now. */
@Component
class Pieces {

    private final ShelfRows rows;
    private final PriceHint prices;

    Pieces(ShelfRows rows, PriceHint prices) {
        this.rows = rows;
        this.prices = prices;
    }

    Map<Long, List<Content.Piece>> of(Shop shop, Collection<Long> products) {
        var skus = rows.skus(shop.id(), products);
        var offers = skus.values().stream().flatMap(List::stream).map(ShelfRows.OnShelf::offer).toList();
        var steps = offers.isEmpty() ? Map.<SkuId, List<PriceHint.Step>>of() : prices.steps(shop.page(), offers);
        var found = new HashMap<Long, List<Content.Piece>>();
        skus.forEach((product, of) -> found.put(product, of.stream()
                .map(it -> new Content.Piece(it.offer(), it.title(), it.compareAt(), steps.get(it.offer().sku()))).toList()));
        return found;
    }
}
