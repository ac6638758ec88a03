package io.wanqu.pricing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the price lists of some SKUs say, for those who compare channels. */
@Component
public class PriceListQueries {

    private final PriceLists lists;

    PriceListQueries(PriceLists lists) {
        this.lists = lists;
    }

    /** An empty list for a SKU that has none. */
    @Transactional(readOnly = true)
    public Map<SkuId, List<WritePriceList.Row>> of(ShopId shop, Collection<SkuId> skus) {
        var found = new HashMap<SkuId, List<WritePriceList.Row>>();
        skus.forEach(sku -> found.computeIfAbsent(sku, it -> lists.list(shop, it)));
        return found;
    }
}
