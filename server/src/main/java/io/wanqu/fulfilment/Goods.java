package io.wanqu.fulfilment;

import java.util.List;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

/**
 * What one line of a holder is to receive.
 *
 * @param chosen the cards the buyer picked, if the goods are picked
 */
public record Goods(ShopId shop, long holder, int line, PoolId pool, int quantity, List<Long> chosen) {
}
