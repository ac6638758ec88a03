package io.wanqu.connectors.pinduoduo;

import io.wanqu.connector.ChannelOrder.Refund;
import io.wanqu.connector.ChannelOrder.RefundState;
import io.wanqu.connector.OrderStatus;

/** Four numbers of an order in one word of ours; what is not listed stays unknown. */
record Statuses(int order, int group, int risk, int refund) {

    private static final int REFUNDED = 4;

    /** A group that is not complete yet holds back an order that is paid; one that failed gives the money back. */
    OrderStatus status(boolean paid) {
        if (refund == REFUNDED) {
            return OrderStatus.REFUNDED;
        }
        return switch (group) {
            case 0 -> paid ? OrderStatus.HOLD : OrderStatus.PENDING_PAYMENT;
            case 1 -> inGroup();
            case 2 -> paid ? OrderStatus.REFUNDED : OrderStatus.CLOSED_UNPAID;
            default -> OrderStatus.UNKNOWN;
        };
    }

    private OrderStatus inGroup() {
        return switch (order) {
            case 1 -> switch (risk) {
                case 0 -> OrderStatus.PAID;
                case 1 -> OrderStatus.HOLD;
                default -> OrderStatus.UNKNOWN;
            };
            case 2 -> OrderStatus.DELIVERED;
            case 3 -> OrderStatus.COMPLETED;
            default -> OrderStatus.UNKNOWN;
        };
    }

    /** The list of after-sale numbers is long; it is kept raw beside the four that are understood. */
    Refund overlay(String afterSale) {
        return switch (refund) {
            case 1 -> Refund.NONE;
            case 2, 3 -> new Refund(RefundState.REFUNDING, refund + "/" + afterSale);
            case REFUNDED -> new Refund(RefundState.REFUNDED, refund + "/" + afterSale);
            default -> new Refund(RefundState.UNKNOWN, refund + "/" + afterSale);
        };
    }

    String raw() {
        return order + "/" + group + "/" + risk + "/" + refund;
    }

    /** Where a refund case stands. */
    static Refund afterSale(int status) {
        var state = switch (status) {
            case 2, 3, 4, 5, 6, 7, 8, 14, 15, 18, 21, 22, 27, 31, 32 -> RefundState.REFUNDING;
            case 10 -> RefundState.REFUNDED;
            case 0, 9, 11, 12, 13, 16, 17, 24, 25 -> RefundState.NONE;
            default -> RefundState.UNKNOWN;
        };
        return new Refund(state, String.valueOf(status));
    }
}
