package io.wanqu.catalog.hint;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.wanqu.catalog.Offer;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.SkuId;

/** Tells what pieces of a SKU cost in a channel just now, by quantity; whoever knows the price lists answers. */
public interface PriceHint {

    /** The first step of each SKU begins at one piece; set-based, whatever the number. */
    Map<SkuId, List<Step>> steps(ChannelId channel, Collection<Offer> offers);

    /** What one piece costs from so many pieces on, and why. */
    record Step(int minQuantity, Money unit, List<String> reasons) {
    }
}
