package io.wanqu.inventory;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.Named;

/** There is more or less to be had of a pool; one for each pool and transaction, however many sales were in it. */
@Named("inventory.stock-changed")
public record StockChanged(ShopId shop, PoolId pool, long available, boolean more) implements Event {

    @Override
    public long subject() {
        return pool.value();
    }
}
