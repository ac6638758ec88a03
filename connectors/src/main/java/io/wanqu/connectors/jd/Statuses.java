package io.wanqu.connectors.jd;

import io.wanqu.connector.ChannelOrder.Refund;
import io.wanqu.connector.ChannelOrder.RefundState;
import io.wanqu.connector.OrderStatus;

/** The platform's states in our words; what is not listed stays unknown. */
final class Statuses {

    private Statuses() {
    }

    static OrderStatus order(String state, boolean paid) {
        return switch (state) {
            // Unverified: the word for an order that waits for its payment.
            case "NOT_PAY" -> OrderStatus.PENDING_PAYMENT;
            case "WAIT_SELLER_STOCK_OUT", "WAIT_SEND_CODE", "WAIT_SELLER_DELIVERY" -> OrderStatus.PAID;
            // A locked order mostly has a cancellation under way.
            case "POP_ORDER_PAUSE", "PAUSE", "LOCKED" -> OrderStatus.HOLD;
            case "WAIT_GOODS_RECEIVE_CONFIRM" -> OrderStatus.DELIVERED;
            case "FINISHED_L" -> OrderStatus.COMPLETED;
            case "TRADE_CANCELED" -> paid ? OrderStatus.REFUNDED : OrderStatus.CLOSED_UNPAID;
            case "DELIVERY_RETURN" -> OrderStatus.REFUNDING;
            default -> OrderStatus.UNKNOWN;
        };
    }

    /** All unverified. */
    static Refund refund(int status) {
        var state = switch (status) {
            case 0, 1 -> RefundState.REFUNDING;
            case 3, 9 -> RefundState.REFUNDED;
            case 2, 11 -> RefundState.NONE;
            default -> RefundState.UNKNOWN;
        };
        return new Refund(state, String.valueOf(status));
    }
}
