package io.wanqu.catalog;

import java.util.List;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.SkuId;

import org.jspecify.annotations.Nullable;

/**
 * A product as the shop's staff see it; the long texts are empty in lists.
 *
 * @param priceMinor the lowest list price of what is on; 0 where nothing is
 */
record StaffProduct(String id, String title, String description, WriteProduct.State state, String howToUse, String warranty,
        List<String> tags, int weight, List<String> categories, List<WriteProduct.Illustration> pictures, long priceMinor, long sold,
        List<Sku> skus) {

    static StaffProduct of(ProductTable.Row row, List<String> categories, List<WriteProduct.Illustration> pictures, List<Sku> skus) {
        var words = row.words();
        return new StaffProduct(Long.toString(row.id()), row.title(), row.description(), row.state(), words.howToUse(), words.warranty(),
                words.tags(), row.weight(), categories, pictures, row.priceMinor(), row.sold(), skus);
    }

    WriteProduct.Content content() {
        return new WriteProduct.Content(title, description, state, howToUse, warranty, tags, weight, categories, pictures);
    }

    /** @param sellable how many the shop's own page can sell just now; absent where the pool is not known */
    record Sku(SkuId id, PoolId pool, String title, Money price, boolean on, int perOrderMax, boolean chooseable,
            @Nullable Long compareAtMinor, @Nullable Long sellable) {

        static Sku of(SkuTable.Row row, @Nullable Long sellable) {
            var it = row.content();
            return new Sku(row.id(), it.pool(), it.title(), it.price(), it.on(), it.perOrderMax(), it.chooseable(), it.compareAtMinor(), sellable);
        }

        boolean low(long most) {
            return on && (sellable == null ? 0 : sellable) <= most;
        }
    }
}
