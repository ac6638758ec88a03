package io.wanqu.ordering;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.Named;

/** Money came for an order that had been canceled, and goes straight back. */
@Named("ordering.late-payment-returned")
public record LatePaymentReturned(ShopId shop, OrderId order, ChannelId channel, Money amount) implements Event {

    @Override
    public long subject() {
        return order.value();
    }
}
