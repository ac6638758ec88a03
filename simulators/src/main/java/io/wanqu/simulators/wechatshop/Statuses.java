package io.wanqu.simulators.wechatshop;

import io.wanqu.simulators.market.AfterSales.AfterSale;
import io.wanqu.simulators.market.AfterSales.AfterSale.Step;
import io.wanqu.simulators.market.Line;
import io.wanqu.simulators.market.Listing;
import io.wanqu.simulators.market.Order;

/** The platform's numbers and texts for where things stand. */
final class Statuses {

    private Statuses() {
    }

    static int order(Order order) {
        var said = order.override();
        if (said != null) {
            return Integer.parseInt(said);
        }
        return switch (order.state()) {
            case UNPAID -> 10;
            case HELD -> 13;
            case PAID -> 20;
            case PART_SHIPPED -> 21;
            case SHIPPED -> 30;
            case COMPLETED -> 100;
            case CLOSED -> order.refunded() ? 200 : 250;
        };
    }

    static String afterSale(AfterSale sale) {
        return switch (sale.step()) {
            case APPLIED -> "MERCHANT_PROCESSING";
            case AGREED -> "MERCHANT_REFUND_SUCCESS";
            case REFUSED -> "MERCHANT_REJECT_REFUND";
            case WITHDRAWN -> "USER_CANCELD";
        };
    }

    static int pieces(Line line, Step step) {
        var sale = line.afterSale();
        return sale != null && sale.step() == step ? line.quantity() : 0;
    }

    static int product(Listing listing) {
        return switch (listing.status()) {
            case ON_SHELF -> 5;
            case OFF_SHELF -> 11;
            case DELETED -> 6;
            case DRAFT, IN_REVIEW, REJECTED -> 0;
        };
    }

    static int edit(Listing listing) {
        return switch (listing.status()) {
            case DRAFT -> 1;
            case IN_REVIEW -> 2;
            case REJECTED -> 3;
            default -> 4;
        };
    }
}
