package io.wanqu.vault;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

/**
 * What the card rows of a pool say, in uses: {@code available + chosen + consigned + delivered + void = loaded}.
 *
 * @param deliveries      rows that say who got a card; equal to {@code delivered}
 * @param deliveredTwice  single-use cards with more than one delivery; zero, always
 */
public record PoolCount(ShopId shop, PoolId pool, long available, long chosen, long consigned, long delivered, long voided,
        long deliveries, long deliveredTwice) {

    public long loaded() {
        return available + chosen + consigned + delivered + voided;
    }
}
