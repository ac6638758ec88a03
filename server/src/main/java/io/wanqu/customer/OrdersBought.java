package io.wanqu.customer;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;

/** Looks orders up for a customer's page; whoever keeps orders does it. */
public interface OrdersBought {

    /** Newest first; orders of shops mixed as asked. */
    List<Bought> of(List<Key> orders);

    /** What remains of what was paid for these orders, one amount for each currency. */
    List<Money> spent(ShopId shop, List<OrderId> orders);

    /** What these shops are called. */
    Map<ShopId, ShopName> shops(Collection<ShopId> shops);

    record Key(ShopId shop, OrderId order) {
    }

    /**
     * An order as its buyer may see it in a list: no codes, no contact.
     *
     * @param externalId the number under which the channel knows it
     * @param title      of the first line
     */
    record Bought(Key key, ShopName shop, ChannelId channel, @Nullable String externalId, String title, int lines, String state, Money total,
            Instant placedAt, @Nullable Instant paidAt) {
    }

    /** What a shop is called. */
    record ShopName(String slug, String name) {
    }
}
