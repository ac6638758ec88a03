package io.wanqu.ordering;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.Named;

/** Somebody ordered; the stock is held, the money is awaited. */
@Named("ordering.order-placed")
public record OrderPlaced(ShopId shop, OrderId order, ChannelId channel, Money total) implements Event {

    @Override
    public long subject() {
        return order.value();
    }
}
