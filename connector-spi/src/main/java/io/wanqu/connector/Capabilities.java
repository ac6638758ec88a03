package io.wanqu.connector;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a channel can do; whatever depends on the channel reads this and never the channel's name. */
public record Capabilities(Trade trade, Cards cards, Stock stock, Content content, Polling polling, Access access) {

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

    /** The way of a card key to the buyer. */
    public enum Way {
        /** Codes are written back and the channel shows them. */
        SHOWN,
        /** The order is only marked as shipped; the buyer reads the codes at our side. */
        MARKED,
        /** The channel buys from us, and the codes travel in our answers. */
        ANSWERED,
        /** No verified way: a person or a gateway such as another channel must do it. */
        BY_HAND
    }

    /**
     * How card keys reach the buyer.
     *
     * @param consigns codes may be loaded into the channel before anything is sold
     * @param deliveryDeadline how long after payment a write-back is accepted, null when without limit
     * @param partialDelivery fewer codes than ordered may be written first
     * @param cannotSupply a line can be given back to the channel, which then refunds it
     */
    public record Cards(Way way, boolean consigns, @Nullable Duration deliveryDeadline, boolean partialDelivery,
                        boolean cannotSupply) {

        /** Whether telling the channel of a delivery brings the order on. */
        public boolean deliversCards() {
            return way != Way.BY_HAND;
        }
    }

    /**
     * What may be set on an offer.
     *
     * @param incremental changes may be sent as differences
     * @param incrementalIdempotent a difference carries a key, so a repeat counts once
     * @param batch how many SKUs one call may carry
     */
    public record Stock(boolean full, boolean incremental, boolean incrementalIdempotent, int batch) {
    }

    /**
     * What may be said of an offer.
     *
     * @param reads offers can be read back
     * @param publishes offers can be made and changed from here
     * @param pricePush a price can be set by itself
     * @param titleMax the longest title in characters as the channel counts them, a Chinese one being one
     * @param picturesMax zero when pictures cannot be sent
     * @param forbiddenWords words that the channel refuses in a title
     */
    public record Content(boolean reads, boolean publishes, boolean pricePush, int titleMax, int picturesMax,
                          Set<String> forbiddenWords) {

        /** A channel whose offers are made in its own console only. */
        public static final Content NONE = new Content(false, false, false, 0, 0, Set.of());

        public Content {
            forbiddenWords = Set.copyOf(forbiddenWords);
        }
    }

    /**
     * How orders are read.
     *
     * @param windowMax the longest span of one question
     * @param pageSize zero when the channel lists no orders, so that only those can be read that a push names
     * @param overlap how far each run reaches back behind its cursor
     */
    public record Polling(Duration windowMax, int pageSize, Duration history, Duration interval, Duration overlap) {

        /** Whether orders can be found without being named. */
        public boolean lists() {
            return pageSize > 0;
        }
    }

    /** How news of a channel reach us, besides polling. */
    public enum Push {
        NONE,
        /** The channel calls an address of ours. */
        CALLS_US,
        /** The channel keeps messages until we fetch and acknowledge them. */
        QUEUE
    }

    /**
     * How the channel is talked to.
     *
     * @param tokens a shop's owner grants access, and the grant is renewed
     * @param clockDrift how far our clock may be off before calls are refused, null when the channel does not care
     * @param fields what an account needs besides key and secret of the application
     */
    public record Access(Push push, boolean tokens, boolean sandbox, int callsPerSecond, @Nullable Duration clockDrift,
                         Set<String> fields) {
        public Access {
            fields = Set.copyOf(fields);
        }
    }
}
