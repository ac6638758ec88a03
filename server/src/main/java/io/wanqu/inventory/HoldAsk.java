package io.wanqu.inventory;

import java.time.Instant;
import java.util.List;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;

/**
 * Stock to be set aside for one holder, all lines or none.
 *
 * @param holder   what the stock is for: an order or a place in the waiting list
 * @param who      whose caps count; nobody's for a channel that keeps its own
 * @param until    how long, where the channel decides; else the shop's policy does
 * @param replaces a hold that ends in the same moment, because this one takes its place
 */
public record HoldAsk(ShopId shop, ChannelId channel, long holder, List<Line> lines, Who who, @Nullable Instant until,
        @Nullable Long replaces) {

    /** Whether this goes before those who wait: it ends a wait, or a channel has promised it already. */
    public boolean first() {
        return replaces != null || until != null;
    }

    /** So many units of a pool for one line of the holder. */
    public record Line(int line, PoolId pool, int quantity) {
    }

    /** Keyed hashes of the person, the device, the network address and the network that ask; absent where unknown. */
    public record Who(@Nullable Long person, @Nullable Long device, @Nullable Long address, @Nullable Long range) {

        public static final Who NOBODY = new Who(null, null, null, null);
    }
}
