package io.wanqu.ordering;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.Named;

/** The money for an order is here. */
@Named("ordering.order-paid")
public record OrderPaid(ShopId shop, OrderId order, ChannelId channel, Money total, boolean late) implements Event {

    @Override
    public long subject() {
        return order.value();
    }
}
