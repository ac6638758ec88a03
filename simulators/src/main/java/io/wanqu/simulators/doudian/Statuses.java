package io.wanqu.simulators.doudian;

import io.wanqu.simulators.market.AfterSales.AfterSale;
import io.wanqu.simulators.market.Line;
import io.wanqu.simulators.market.Order;

/** The platform's numbers for what the market knows by words. */
final class Statuses {

    static final int TO_SHIP = 2;
    static final int CLOSED = 4;

    private static final int REFUNDED_BEFORE_SHIPPING = 21;
    private static final int REFUNDED_AFTER_SHIPPING = 22;
    private static final int REFUNDED_AFTER_RECEIPT = 39;
    private static final int REFUND_WAITING = 1;
    private static final int REFUND_DONE = 3;

    private Statuses() {
    }

    static int order(Order order) {
        var override = order.override();
        if (override != null) {
            return Integer.parseInt(override);
        }
        return switch (order.state()) {
            case UNPAID -> 1;
            case HELD -> 105;
            case PAID -> TO_SHIP;
            case PART_SHIPPED -> 101;
            case SHIPPED -> 3;
            case COMPLETED -> 5;
            case CLOSED -> CLOSED;
        };
    }

    static int main(Order order) {
        var from = order.closedFrom();
        if (from == null || from == Order.State.UNPAID || order.override() != null) {
            return order(order);
        }
        return switch (from) {
            case COMPLETED -> REFUNDED_AFTER_RECEIPT;
            case SHIPPED, PART_SHIPPED -> REFUNDED_AFTER_SHIPPING;
            default -> REFUNDED_BEFORE_SHIPPING;
        };
    }

    static int afterSale(Line line) {
        var sale = line.afterSale();
        return sale == null ? 0 : afterSale(sale);
    }

    static int afterSale(AfterSale sale) {
        return switch (sale.step()) {
            case APPLIED -> 6;
            case AGREED -> 12;
            case REFUSED -> 27;
            case WITHDRAWN -> 28;
        };
    }

    static int refund(Line line) {
        var sale = line.afterSale();
        return sale == null ? 0 : sale.step() == AfterSale.Step.AGREED ? REFUND_DONE : REFUND_WAITING;
    }
}
