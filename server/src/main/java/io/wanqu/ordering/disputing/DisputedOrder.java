package io.wanqu.ordering.disputing;

import java.util.List;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;
import io.wanqu.ordering.OrderState;

/** A locked order as somebody sees it who decides about it. */
public record DisputedOrder(ShopId shop, OrderId order, ChannelId channel, OrderState state, Money total, List<Line> lines) {

    /** @param delivered whether it was handed over and its money did not go back since */
    public record Line(int number, SkuId sku, PoolId pool, String name, int quantity, Money unit, Money amount, boolean delivered) {
    }
}
