package io.wanqu.ordering;

import java.util.List;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.Named;

/** Lines of an order were handed over: all that were still owed, or only some of them. */
@Named("ordering.order-delivered")
public record OrderDelivered(ShopId shop, OrderId order, ChannelId channel, List<Integer> lines, boolean complete) implements Event {

    @Override
    public long subject() {
        return order.value();
    }
}
