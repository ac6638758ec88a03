package io.wanqu.catalog;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;

/**
 * What the trade needs to know of a SKU.
 *
 * @param onSale     whether both the product and the SKU are on; the shop's own door is asked elsewhere
 * @param chooseable whether a buyer may pick single cards by their label
 */
public record Offer(ShopId shop, SkuId sku, long product, PoolId pool, String name, Money price, boolean onSale,
        int perOrderMax, boolean chooseable) {
}
