package io.wanqu.ordering;

import java.util.List;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;

import org.jspecify.annotations.Nullable;

/**
 * An order as it stands on a channel right now; told as often as the channel likes.
 *
 * @param buyer null where the sale can't wait for a look: at a counter, or where codes are asked for at once
 */
public record ChannelSale(ShopId shop, ChannelId channel, String externalId, Standing standing, List<Line> lines, @Nullable Buyer buyer) {

    /** A sale that can't wait. */
    public ChannelSale(ShopId shop, ChannelId channel, String externalId, Standing standing, List<Line> lines) {
        this(shop, channel, externalId, standing, lines, null);
    }

    /** @param name how the channel calls him; null where it hides him */
    public record Buyer(@Nullable String name) {

        @Override
        public String toString() {
            return "Buyer[…]";
        }
    }

    /** How the channel sees it. */
    public enum Standing {
        /** Ordered, not paid, or paid and not to be shipped yet. */
        AWAITED,
        PAID,
        /** Closed before it was paid. */
        CLOSED,
        /** The channel returned the money, before or after delivery. */
        REFUNDED,
        /** The buyer confirmed, or the channel's clock did. */
        CONFIRMED
    }

    /**
     * A line with the channel's own number and price; the amount is what the shop is owed for it.
     *
     * @param consigned the very cards that the channel handed out, when they lay there before; else empty
     */
    public record Line(String externalLine, SkuId sku, PoolId pool, String name, int quantity, Money amount, List<Long> consigned) {

        public Line {
            consigned = List.copyOf(consigned);
        }

        public Line(String externalLine, SkuId sku, PoolId pool, String name, int quantity, Money amount) {
            this(externalLine, sku, pool, name, quantity, amount, List.of());
        }
    }
}
