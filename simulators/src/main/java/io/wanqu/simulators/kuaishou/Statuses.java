package io.wanqu.simulators.kuaishou;

import io.wanqu.simulators.market.AfterSales.AfterSale;
import io.wanqu.simulators.market.Listing;
import io.wanqu.simulators.market.Order;

/** The platform's numbers for where things stand. */
final class Statuses {

    private Statuses() {
    }

    static int order(Order order) {
        var said = order.override();
        if (said != null) {
            return Integer.parseInt(said);
        }
        return switch (order.state()) {
            case UNPAID, HELD -> 10;
            case PAID, PART_SHIPPED -> 30;
            case SHIPPED -> 40;
            case COMPLETED -> 70;
            case CLOSED -> 80;
        };
    }

    static int refund(AfterSale sale) {
        return switch (sale.step()) {
            case APPLIED -> 10;
            case AGREED -> 60;
            case REFUSED, WITHDRAWN -> 70;
        };
    }

    static int audit(Listing listing) {
        return switch (listing.status()) {
            case IN_REVIEW -> 1;
            case REJECTED -> 3;
            default -> 2;
        };
    }

    static int shelf(Listing listing) {
        return switch (listing.status()) {
            case ON_SHELF -> 1;
            case DELETED -> 3;
            default -> 0;
        };
    }
}
