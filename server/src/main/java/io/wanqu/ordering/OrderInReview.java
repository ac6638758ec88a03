package io.wanqu.ordering;

import java.time.Instant;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.Named;

/** An order is paid, and a person is to look at it before it is handed over; without a word by then, the rules decide. */
@Named("ordering.order-in-review")
public record OrderInReview(ShopId shop, OrderId order, ChannelId channel, Instant until) implements Event {

    @Override
    public long subject() {
        return order.value();
    }
}
