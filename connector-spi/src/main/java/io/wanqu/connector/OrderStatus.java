package io.wanqu.connector;

import java.util.Set;

/** Where an order of a channel stands, in words common to all channels. */
public enum OrderStatus {

    /** Created, unpaid. */
    PENDING_PAYMENT,
    /** Paid or partly paid while the channel still forbids shipping. */
    HOLD,
    /** To be delivered. */
    PAID,
    PARTIALLY_DELIVERED,
    /** All codes written back. */
    DELIVERED,
    /** Confirmed by the buyer or by the channel's clock. */
    COMPLETED,
    CLOSED_UNPAID,
    /** An after-sale is open; the state below it is remembered by the host. */
    REFUNDING,
    /** The money went back in full. */
    REFUNDED,
    /** A code this connector does not know: the raw text is kept, nothing is shipped, somebody is told. */
    UNKNOWN;

    /** Cards leave only in these two states. */
    public boolean deliverable() {
        return this == PAID || this == PARTIALLY_DELIVERED;
    }

    /** Whether a channel may report {@code next} after this; anything else is an old message or a fault. */
    public boolean mayBecome(OrderStatus next) {
        return next == this || followers().contains(next);
    }

    private Set<OrderStatus> followers() {
        return switch (this) {
            // A poll sees snapshots, so steps in between may never be observed.
            case PENDING_PAYMENT -> Set.of(HOLD, PAID, PARTIALLY_DELIVERED, DELIVERED, COMPLETED, CLOSED_UNPAID,
                REFUNDING, REFUNDED);
            case HOLD -> Set.of(PAID, PARTIALLY_DELIVERED, DELIVERED, COMPLETED, REFUNDING, REFUNDED, CLOSED_UNPAID);
            case PAID -> Set.of(PARTIALLY_DELIVERED, DELIVERED, COMPLETED, REFUNDING, REFUNDED);
            case PARTIALLY_DELIVERED -> Set.of(DELIVERED, COMPLETED, REFUNDING, REFUNDED);
            case DELIVERED -> Set.of(COMPLETED, REFUNDING, REFUNDED);
            case COMPLETED -> Set.of(REFUNDING, REFUNDED);
            // A withdrawn after-sale gives back the state below it.
            case REFUNDING -> Set.of(HOLD, PAID, PARTIALLY_DELIVERED, DELIVERED, COMPLETED, REFUNDED);
            case CLOSED_UNPAID, REFUNDED, UNKNOWN -> Set.of();
        };
    }
}
