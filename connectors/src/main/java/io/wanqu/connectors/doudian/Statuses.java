package io.wanqu.connectors.doudian;

import io.wanqu.connector.ChannelOrder.Refund;
import io.wanqu.connector.ChannelOrder.RefundState;
import io.wanqu.connector.OrderStatus;

/** The platform's status numbers in our words; what is not listed stays unknown. */
final class Statuses {

    private Statuses() {
    }

    static OrderStatus order(int status, int mainStatus, boolean paid) {
        return switch (mainStatus) {
            // Refunded before shipping, after shipping, after receipt.
            case 21, 22, 39 -> OrderStatus.REFUNDED;
            // Unverified: the first part of a pre-sale was paid.
            case 103 -> OrderStatus.HOLD;
            default -> byStatus(status, paid);
        };
    }

    private static OrderStatus byStatus(int status, boolean paid) {
        return switch (status) {
            case 1 -> OrderStatus.PENDING_PAYMENT;
            case 105 -> OrderStatus.HOLD;
            case 2 -> OrderStatus.PAID;
            case 101 -> OrderStatus.PARTIALLY_DELIVERED;
            case 3 -> OrderStatus.DELIVERED;
            case 4 -> paid ? OrderStatus.REFUNDED : OrderStatus.CLOSED_UNPAID;
            case 5 -> OrderStatus.COMPLETED;
            default -> OrderStatus.UNKNOWN;
        };
    }

    /** Names of the numbers are partly unverified; zero stands on every line that never had a case. */
    static Refund refund(int status) {
        var state = switch (status) {
            case 0, 27, 28, 29 -> RefundState.NONE;
            case 6, 7, 8, 11, 13, 14 -> RefundState.REFUNDING;
            case 12 -> RefundState.REFUNDED;
            default -> RefundState.UNKNOWN;
        };
        return status == 0 ? Refund.NONE : new Refund(state, String.valueOf(status));
    }
}
