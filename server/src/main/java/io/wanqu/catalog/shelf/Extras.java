package io.wanqu.catalog.shelf;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.wanqu.catalog.CatalogProblem;
import io.wanqu.catalog.Offers;
import io.wanqu.catalog.hint.ChoiceHint;
import io.wanqu.catalog.hint.WarrantyHint;
import io.wanqu.kernel.Page;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;
import io.wanqu.shop.Shop;

import org.springframework.stereotype.Component;

/** What only the page of one product asks for: how long its warranty is, and which cards may be picked. */
@Component
class Extras {

    private final WarrantyHint warranties;
    private final ChoiceHint choices;
    private final Offers offers;

    Extras(WarrantyHint warranties, ChoiceHint choices, Offers offers) {
        this.warranties = warranties;
        this.choices = choices;
        this.offers = offers;
    }

    /** The shortest of all its SKUs, because the page promises it for each. */
    long warrantyHours(ShopId shop, long product, List<Content.Piece> skus) {
        var pools = skus.stream().map(it -> it.offer().pool()).collect(Collectors.toSet());
        return pools.isEmpty() ? 0
                : warranties.warranties(shop, product, pools).values().stream().mapToLong(Duration::toHours).min().orElse(0);
    }

    Map<String, Page<ChoiceHint.Choice>> choices(ShopId shop, List<Content.Piece> choosable, int each) {
        if (choosable.isEmpty()) {
            return Map.of();
        }
        Map<PoolId, Page<ChoiceHint.Choice>> byPool = this.choices.first(shop, choosable.stream().map(it -> it.offer().pool()).distinct().toList(), each);
        var found = new HashMap<String, Page<ChoiceHint.Choice>>();
        choosable.forEach(it -> found.put(it.offer().sku().text(), byPool.getOrDefault(it.offer().pool(), new Page<>(List.of(), null))));
        return found;
    }

    Page<ChoiceHint.Choice> choices(Shop shop, SkuId sku, long after, int limit) {
        var offer = offers.find(List.of(sku)).get(sku);
        if (offer == null || !offer.shop().equals(shop.id())) {
            throw new CatalogProblem.UnknownSku(sku);
        }
        return offer.onSale() && offer.chooseable() ? choices.page(shop.id(), offer.pool(), after, limit) : new Page<>(List.of(), null);
    }
}
