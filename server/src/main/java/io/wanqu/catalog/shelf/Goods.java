package io.wanqu.catalog.shelf;

import java.util.List;

import io.wanqu.catalog.hint.PriceHint;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.SkuId;

import org.jspecify.annotations.Nullable;

/**
 * A SKU on sale as buyers see it.
 *
 * @param price     what one piece costs just now
 * @param listPrice what it costs where no price list says otherwise
 * @param compareAt a higher price that the merchant shows beside it
 * @param tiers     what a piece costs from a quantity on, and why; the first step is one piece
 * @param left      how many can be bought; told only while there are few
 */
public record Goods(SkuId id, String title, Money price, Money listPrice, @Nullable Money compareAt, List<PriceHint.Step> tiers,
        int perOrderMax, boolean chooseable, StockLevel stock, @Nullable Long left) {
}
