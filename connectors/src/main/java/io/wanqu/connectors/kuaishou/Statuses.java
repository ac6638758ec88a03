package io.wanqu.connectors.kuaishou;

import io.wanqu.connector.ChannelOrder.Refund;
import io.wanqu.connector.ChannelOrder.RefundState;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connector.listing.Listing;

/** The platform's status numbers in our words; what is not listed stays unknown. */
final class Statuses {

    private Statuses() {
    }

    static OrderStatus order(int status, boolean paid) {
        return switch (status) {
            case 10 -> OrderStatus.PENDING_PAYMENT;
            case 30 -> OrderStatus.PAID;
            case 40, 50 -> OrderStatus.DELIVERED;
            case 70 -> OrderStatus.COMPLETED;
            case 80 -> paid ? OrderStatus.REFUNDED : OrderStatus.CLOSED_UNPAID;
            default -> OrderStatus.UNKNOWN;
        };
    }

    /** Zero stands where there never was a case. */
    static Refund refund(int status) {
        var state = switch (status) {
            case 0, 70 -> RefundState.NONE;
            case 10, 11, 20, 21, 22, 30, 40, 50 -> RefundState.REFUNDING;
            case 60 -> RefundState.REFUNDED;
            default -> RefundState.UNKNOWN;
        };
        return status == 0 ? Refund.NONE : new Refund(state, String.valueOf(status));
    }

    /** Unverified: the shelf, and the auditor's word before it. */
    static Listing.State item(int shelf, int audit) {
        return switch (audit) {
            case 1 -> Listing.State.IN_REVIEW;
            case 3 -> Listing.State.REJECTED;
            case 2 -> switch (shelf) {
                case 1 -> Listing.State.ON_SALE;
                case 0, 2 -> Listing.State.OFF_SALE;
                case 3 -> Listing.State.REMOVED;
                default -> Listing.State.UNKNOWN;
            };
            default -> Listing.State.UNKNOWN;
        };
    }
}
