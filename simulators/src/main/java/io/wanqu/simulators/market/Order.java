package io.wanqu.simulators.market;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A buyer's order; fields change together under its monitor. */
public final class Order {

    /** Where an order stands, in words that no platform uses. */
    public enum State {
        UNPAID, HELD, PAID, PART_SHIPPED, SHIPPED, COMPLETED, CLOSED
    }

    private final long id;
    private final long shopId;
    private final List<Line> lines;
    private final long createdAt;
    private State state = State.UNPAID;
    private @Nullable State closedFrom;
    private @Nullable String override;
    private long paidAt;
    private long shippedAt;
    private long updatedAt;
    private Buyer buyer = Buyer.UNSEEN;

    Order(long id, long shopId, List<Line> lines, long createdAt) {
        this.id = id;
        this.shopId = shopId;
        this.lines = List.copyOf(lines);
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    public long id() {
        return id;
    }

    public long shopId() {
        return shopId;
    }

    public List<Line> lines() {
        return lines;
    }

    public long createdAt() {
        return createdAt;
    }

    public synchronized State state() {
        return state;
    }

    /** The state a closed order had before. */
    public synchronized @Nullable State closedFrom() {
        return closedFrom;
    }

    /** What to say instead of the true status, so that a reader meets what it does not know. */
    public synchronized @Nullable String override() {
        return override;
    }

    /** Zero until it happens, as all times here. */
    public synchronized long paidAt() {
        return paidAt;
    }

    public synchronized long shippedAt() {
        return shippedAt;
    }

    public synchronized long updatedAt() {
        return updatedAt;
    }

    /** Closed because the money went back. */
    public synchronized boolean refunded() {
        return state == State.CLOSED && closedFrom != State.UNPAID;
    }

    public synchronized Buyer buyer() {
        return buyer;
    }

    synchronized void of(Buyer someone) {
        buyer = someone;
    }

    synchronized void paid(long when) {
        paidAt = when;
    }

    synchronized void say(String status) {
        override = status;
    }

    synchronized void advance(State next, long now) {
        if (next == State.CLOSED && state != State.CLOSED) {
            closedFrom = state;
        }
        if (next == State.SHIPPED && state != State.SHIPPED) {
            shippedAt = now;
        }
        state = next;
        updatedAt = now;
    }

    /** Waiting for goods. */
    public synchronized boolean open() {
        return state == State.PAID || state == State.PART_SHIPPED;
    }

    public long amountFen() {
        return lines.stream().mapToLong(Line::amountFen).sum();
    }

    /**
     * Who bought, as far as the seller may see it.
     *
     * @param name by which the platform knows him; empty where each order has a name of its own
     * @param phone empty where there is none
     * @param open whether the seller's application may read the phone in full
     */
    public record Buyer(String name, String phone, boolean open) {

        static final Buyer UNSEEN = new Buyer("", "", false);
        private static final int SHOWN = 3;
        private static final int SHOWN_LAST = 4;

        public String maskedPhone() {
            return phone.length() <= SHOWN + SHOWN_LAST ? "" : phone.substring(0, SHOWN) + "****" + phone.substring(phone.length() - SHOWN_LAST);
        }
    }
}
