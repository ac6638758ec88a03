package io.wanqu.inventory;

import java.time.Instant;

import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.Named;

/** Stock is set aside for somebody who waited; he is to be told, and it is his until then. */
@Named("inventory.waiting-offered")
public record WaitingOffered(ShopId shop, long waiting, PoolId pool, int quantity, Instant until) implements Event {

    @Override
    public long subject() {
        return waiting;
    }
}
