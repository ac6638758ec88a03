package io.wanqu.customer;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.Named;

/** Somebody ordered while he was signed in, so it is his order whatever contact he left. */
@Named("customer.order-signed-in")
public record OrderSignedIn(ShopId shop, OrderId order, ChannelId channel, AccountId account) implements Event {

    @Override
    public long subject() {
        return order.value();
    }
}
