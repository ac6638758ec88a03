package io.wanqu.storefront.voucher;

import java.time.Duration;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

/**
 * A pool whose cards are vouchers.
 *
 * @param uses      how often each can be redeemed
 * @param reversal  for how long the till that redeemed one may take it back
 */
record VoucherPool(ShopId shop, PoolId pool, int uses, Duration reversal) {
}
