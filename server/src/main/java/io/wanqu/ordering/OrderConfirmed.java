package io.wanqu.ordering;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.Named;

/** An order is good; the money is the shop's. */
@Named("ordering.order-confirmed")
public record OrderConfirmed(ShopId shop, OrderId order, Money earned) implements Event {

    @Override
    public long subject() {
        return order.value();
    }
}
