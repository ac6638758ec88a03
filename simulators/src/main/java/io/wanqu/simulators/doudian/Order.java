package io.wanqu.simulators.doudian;

import java.util.List;

/** A buyer's order; fields change together under its monitor. */
final class Order {

    static final int UNPAID = 1;
    static final int TO_SHIP = 2;
    static final int SHIPPED = 3;
    static final int CLOSED = 4;
    static final int COMPLETED = 5;
    static final int PARTLY_SHIPPED = 101;
    static final int PAID_ON_HOLD = 105;

    static final int REFUNDED_BEFORE_SHIPPING = 21;
    static final int REFUNDED_AFTER_SHIPPING = 22;
    static final int REFUNDED_AFTER_RECEIPT = 39;

    private final long id;
    private final long shopId;
    private final List<Line> lines;
    private final long createdAt;
    private int status = UNPAID;
    private int mainStatus = UNPAID;
    private long paidAt;
    private long updatedAt;

    Order(long id, long shopId, List<Line> lines, long createdAt) {
        this.id = id;
        this.shopId = shopId;
        this.lines = List.copyOf(lines);
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    long id() {
        return id;
    }

    long shopId() {
        return shopId;
    }

    List<Line> lines() {
        return lines;
    }

    long createdAt() {
        return createdAt;
    }

    synchronized int status() {
        return status;
    }

    synchronized int mainStatus() {
        return mainStatus;
    }

    synchronized long paidAt() {
        return paidAt;
    }

    synchronized long updatedAt() {
        return updatedAt;
    }

    synchronized void paid(long when) {
        paidAt = when;
    }

    synchronized void advance(int newStatus, int newMainStatus, long now) {
        status = newStatus;
        mainStatus = newMainStatus;
        updatedAt = now;
    }

    synchronized boolean open() {
        return status == TO_SHIP || status == PARTLY_SHIPPED;
    }

    long amountFen() {
        return lines.stream().mapToLong(Line::amountFen).sum();
    }
}
