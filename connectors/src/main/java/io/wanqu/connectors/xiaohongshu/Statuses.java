package io.wanqu.connectors.xiaohongshu;

import io.wanqu.connector.ChannelOrder.Refund;
import io.wanqu.connector.ChannelOrder.RefundState;
import io.wanqu.connector.OrderStatus;

/** The platform's status numbers in our words; what is not listed stays unknown. */
final class Statuses {

    private static final int EXCHANGE = 2;
    private static final int PRICE_PROTECTION = 6;

    private Statuses() {
    }

    static OrderStatus order(int status, boolean paid) {
        return switch (status) {
            case 1 -> OrderStatus.PENDING_PAYMENT;
            case 2, 3 -> OrderStatus.HOLD;
            case 4 -> OrderStatus.PAID;
            case 5 -> OrderStatus.PARTIALLY_DELIVERED;
            case 6 -> OrderStatus.DELIVERED;
            case 7 -> OrderStatus.COMPLETED;
            case 8, 9 -> paid ? OrderStatus.REFUNDED : OrderStatus.CLOSED_UNPAID;
            // The buyer wants something else instead: a person must look, and nothing is sent meanwhile.
            case 10 -> OrderStatus.REFUNDING;
            default -> OrderStatus.UNKNOWN;
        };
    }

    /** Of a SKU within an order: 1 stands where there never was a case. */
    static Refund line(int status) {
        var state = switch (status) {
            case 0, 1, 4, 5, 7 -> RefundState.NONE;
            case 2, 6 -> RefundState.REFUNDING;
            case 3 -> RefundState.REFUNDED;
            default -> RefundState.UNKNOWN;
        };
        return status <= 1 && state == RefundState.NONE ? Refund.NONE : new Refund(state, String.valueOf(status));
    }

    /** Of a case itself. Only the state of the money proves that it went back; an exchange is nothing we know. */
    static Refund afterSale(int status, int type, int money) {
        var raw = status + "/" + type + "/" + money;
        var open = switch (status) {
            case 1, 2, 3, 4, 14 -> true;
            case 5, 6, 9, 9001 -> false;
            default -> null;
        };
        if (open == null || open && type == EXCHANGE) {
            return new Refund(RefundState.UNKNOWN, raw);
        }
        if (!open || type == PRICE_PROTECTION) {
            return new Refund(RefundState.NONE, raw);
        }
        return new Refund(money == Facts.MONEY_IS_BACK ? RefundState.REFUNDED : RefundState.REFUNDING, raw);
    }
}
