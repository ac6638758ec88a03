package io.wanqu.ordering;

import java.time.Instant;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.Named;

/** An order is paid and its stock is not there; the buyer is told until when it waits before the money goes back. */
@Named("ordering.order-owed")
public record OrderOwed(ShopId shop, OrderId order, ChannelId channel, boolean late, Instant until) implements Event {

    @Override
    public long subject() {
        return order.value();
    }
}
