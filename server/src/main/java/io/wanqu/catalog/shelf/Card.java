package io.wanqu.catalog.shelf;

import java.util.List;

import io.wanqu.kernel.Money;

import org.jspecify.annotations.Nullable;

/**
 * A product on sale as lists show it.
 *
 * @param from       the lowest price of one piece just now; absent where nothing can be bought
 * @param compareAt  a higher price to show beside it
 * @param categories the ids of its categories
 * @param sold       how many went out of the pools behind it, on all channels
 */
public record Card(String id, String title, @Nullable Shown picture, List<String> tags, List<String> categories, @Nullable Money from,
        @Nullable Money compareAt, long sold, StockLevel stock, List<Goods> skus) {
}
