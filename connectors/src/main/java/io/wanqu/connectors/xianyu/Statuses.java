package io.wanqu.connectors.xianyu;

import io.wanqu.connector.ChannelOrder.Refund;
import io.wanqu.connector.ChannelOrder.RefundState;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connector.listing.Listing;
import io.wanqu.connector.supply.Supplied;

/** The platform's numbers in our words; what is not listed stays unknown. */
final class Statuses {

    private Statuses() {
    }

    static OrderStatus order(int status) {
        return switch (status) {
            case 11 -> OrderStatus.PENDING_PAYMENT;
            case 12 -> OrderStatus.PAID;
            case 21 -> OrderStatus.DELIVERED;
            case 22 -> OrderStatus.COMPLETED;
            case 23 -> OrderStatus.REFUNDED;
            case 24 -> OrderStatus.CLOSED_UNPAID;
            default -> OrderStatus.UNKNOWN;
        };
    }

    /** Partly unverified: a refused case may be appealed against, so nothing is delivered under it. */
    static Refund refund(int status) {
        var state = switch (status) {
            case 0, 4 -> RefundState.NONE;
            case 1, 2, 3, 6, 8 -> RefundState.REFUNDING;
            case 5 -> RefundState.REFUNDED;
            default -> RefundState.UNKNOWN;
        };
        return status == 0 ? Refund.NONE : new Refund(state, String.valueOf(status));
    }

    /** Waiting to be published, on sale, sold out, and taken down by hand, by sale or by the platform. */
    static Listing.State product(int status) {
        return switch (status) {
            case 21 -> Listing.State.DRAFT;
            case 22 -> Listing.State.ON_SALE;
            case 23, 31, 33, 36 -> Listing.State.OFF_SALE;
            case -1 -> Listing.State.REMOVED;
            default -> Listing.State.UNKNOWN;
        };
    }

    static int supplied(Supplied.State state) {
        return switch (state) {
            case PROCESSING -> 10;
            case DONE -> 20;
            case FAILED -> 30;
        };
    }
}
