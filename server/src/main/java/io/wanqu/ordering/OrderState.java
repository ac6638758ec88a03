package io.wanqu.ordering;

import java.util.Locale;

/**
 * How far an order has come, seen as a whole. Every state that is not an end has a deadline, and something that happens
 * by itself when it passes: {@code ordering.settling} does it.
 */
public enum OrderState {
    /** Stock is held; money is awaited. */
    PLACED,
    /** The hold ran out unpaid. */
    EXPIRED,
    CANCELED,
    /** Money is here; nothing is handed over yet. */
    PAID,
    /** Money is here, and a person looks at the order before anything is handed over; the stock stays held. */
    REVIEW,
    /** Paid after the hold ran out, and the stock is gone: waits for stock, else the money goes back. */
    PAID_LATE,
    /** Paid in time, or on a channel, but the stock is not there: waits for stock, else the money goes back. */
    SHORT,
    /** Some lines are handed over, others wait. */
    PARTIAL,
    DELIVERED,
    /** The buyer, or the clock, said that it is good; the money is the shop's. */
    CONFIRMED,
    DISPUTED,
    /** Like delivered, after a bad card was exchanged. */
    REPLACED,
    REFUNDING,
    REFUNDED;

    /** As it stands in the database and in answers. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static OrderState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** No money has come; if it comes now, it is in time or late, but never twice. */
    public boolean unpaid() {
        return this == PLACED || this == EXPIRED || this == CANCELED;
    }

    /** The buyer has all of it, and may still complain. */
    public boolean handedOver() {
        return this == DELIVERED || this == REPLACED;
    }

    /** Paid, and something is still owed to the buyer. */
    public boolean owes() {
        return this == PAID || this == REVIEW || this == PAID_LATE || this == SHORT || this == PARTIAL;
    }
}
