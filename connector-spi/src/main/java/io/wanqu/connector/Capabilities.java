package io.wanqu.connector;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a channel can do; whatever depends on the channel reads this and never the channel's name. */
public record Capabilities(Trade trade, Cards cards, Stock stock, Polling polling, Access access) {

    /** Who holds the cards that a channel offers. */
    public enum Custody {
        /** The channel shows a share of the common pool and cards leave it on payment. */
        SHARED_LIVE,
        /** The channel shows no counted stock of ours; cards are taken when it tells of a payment. */
        PULL_ON_PAID,
        /** Cards are handed to the channel beforehand and lie there until sold. */
        CONSIGNMENT
    }

    /**
     * How a sale goes.
     *
     * @param reserves an unpaid order already takes from the channel's own stock
     * @param rails how buyers pay there; the channel collects unless a rail of ours is named
     * @param merchantRefund the merchant may start a refund through the interface
     * @param autoConfirm how long after delivery the channel confirms by itself, null when it never does or nothing is known
     */
    public record Trade(Custody custody, boolean reserves, Set<String> rails, boolean merchantRefund,
                        @Nullable Duration autoConfirm) {
        public Trade {
            rails = Set.copyOf(rails);
        }
    }

    /**
     * How card keys reach the buyer.
     *
     * @param deliversCards codes are written back and shown by the channel
     * @param deliveryDeadline how long after payment a write-back is accepted, null when without limit
     * @param partialDelivery fewer codes than ordered may be written first
     * @param cannotSupply a line can be given back to the channel, which then refunds it
     */
    public record Cards(boolean deliversCards, @Nullable Duration deliveryDeadline, boolean partialDelivery,
                        boolean cannotSupply) {
    }

    /**
     * What may be set on an offer.
     *
     * @param incremental changes may be sent as differences
     * @param incrementalIdempotent a difference carries a key, so a repeat counts once
     */
    public record Stock(boolean full, boolean incremental, boolean incrementalIdempotent, boolean pricePush) {
    }

    /**
     * How orders are read.
     *
     * @param windowMax the longest span of one question
     * @param overlap how far each run reaches back behind its cursor
     */
    public record Polling(Duration windowMax, int pageSize, Duration history, Duration interval, Duration overlap) {
    }

    /**
     * How the channel is talked to.
     *
     * @param clockDrift how far our clock may be off before calls are refused
     */
    public record Access(boolean push, boolean tokens, boolean sandbox, int callsPerSecond, Duration clockDrift) {
    }
}
