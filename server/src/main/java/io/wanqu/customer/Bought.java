package io.wanqu.customer;

import java.time.Instant;
import java.util.List;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;

/** An order, and the signs of whoever bought. */
public record Bought(ShopId shop, OrderId order, ChannelId channel, Instant at, List<Found> found) {

    public Bought {
        found = List.copyOf(found);
    }

    /** A sign and where it was seen. */
    public record Found(Sign sign, Source source) {
    }

    /** Who told us of a sign. */
    public enum Source {
        ORDER, CHANNEL, ACCOUNT, STAFF
    }

    /** An order whose buyer is to be recognised. */
    public record Order(ShopId shop, OrderId order, ChannelId channel) {
    }
}
