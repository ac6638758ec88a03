package io.wanqu.ordering;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.Named;

/** An order ended unpaid, or its money went back. */
@Named("ordering.order-closed")
public record OrderClosed(ShopId shop, OrderId order, ChannelId channel, OrderState state) implements Event {

    @Override
    public long subject() {
        return order.value();
    }
}
