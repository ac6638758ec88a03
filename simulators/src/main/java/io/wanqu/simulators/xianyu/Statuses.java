package io.wanqu.simulators.xianyu;

import io.wanqu.simulators.market.Line;
import io.wanqu.simulators.market.Listing;
import io.wanqu.simulators.market.Order;

/** The platform's numbers for what the market knows by words. */
final class Statuses {

    private Statuses() {
    }

    static int order(Order order) {
        var override = order.override();
        if (override != null) {
            return Integer.parseInt(override);
        }
        return switch (order.state()) {
            case UNPAID -> 11;
            case HELD, PAID, PART_SHIPPED -> 12;
            case SHIPPED -> 21;
            case COMPLETED -> 22;
            case CLOSED -> order.refunded() ? 23 : 24;
        };
    }

    static int refund(Line line) {
        var sale = line.afterSale();
        if (sale == null) {
            return 0;
        }
        return switch (sale.step()) {
            case APPLIED -> 1;
            case AGREED -> 5;
            case REFUSED -> 6;
            case WITHDRAWN -> 4;
        };
    }

    static int product(Listing listing) {
        return switch (listing.status()) {
            case DRAFT, IN_REVIEW, REJECTED -> 21;
            case ON_SHELF -> 22;
            case OFF_SHELF -> 31;
            case DELETED -> -1;
        };
    }
}
