package io.wanqu.ordering;

import java.util.List;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.Named;

/** What an order still owed will not come; its money goes back. */
@Named("ordering.order-given-up")
public record OrderGivenUp(ShopId shop, OrderId order, ChannelId channel, List<Integer> lines) implements Event {

    @Override
    public long subject() {
        return order.value();
    }
}
