package io.wanqu.connectors.wechatshop;

import io.wanqu.connector.ChannelOrder.Refund;
import io.wanqu.connector.ChannelOrder.RefundState;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connector.listing.Listing;

/** The platform's numbers and texts in our words; what is not listed stays unknown. */
final class Statuses {

    private static final int IN_REVIEW = 2;
    private static final int REVIEW_FAILED = 3;

    private Statuses() {
    }

    /** The three ways to be cancelled changed their meaning over time, so the payment decides and not the number. */
    static OrderStatus order(int status, boolean paid) {
        return switch (status) {
            case 10 -> OrderStatus.PENDING_PAYMENT;
            case 12, 13 -> OrderStatus.HOLD;
            case 20 -> OrderStatus.PAID;
            case 21 -> OrderStatus.PARTIALLY_DELIVERED;
            case 30 -> OrderStatus.DELIVERED;
            case 100 -> OrderStatus.COMPLETED;
            case 190, 200, 250 -> paid ? OrderStatus.REFUNDED : OrderStatus.CLOSED_UNPAID;
            default -> OrderStatus.UNKNOWN;
        };
    }

    /** Of a line: how many pieces are being argued over and how many were. A part of them is for a person to judge. */
    static Refund line(int count, int open, int done) {
        var raw = open + " open, " + done + " done";
        if (open == 0 && done == 0) {
            return Refund.NONE;
        }
        if (open > 0) {
            return new Refund(RefundState.REFUNDING, raw);
        }
        return new Refund(done >= count ? RefundState.REFUNDED : RefundState.UNKNOWN, raw);
    }

    /** The texts are spelt as the platform spells them. */
    static Refund afterSale(String status) {
        var state = switch (status) {
            case "MERCHANT_PROCESSING", "USER_WAIT_RETURN", "MERCHANT_WAIT_RECEIPT", "MERCHANT_OVERDUE_REFUND",
                "PLATFORM_REFUNDING", "PLATFORM_REFUND_FAIL", "USER_WAIT_CONFIRM" -> RefundState.REFUNDING;
            case "MERCHANT_REFUND_SUCCESS", "MERCHANT_RETURN_SUCCESS" -> RefundState.REFUNDED;
            case "USER_CANCELD", "MERCHANT_REJECT_REFUND", "MERCHANT_REJECT_RETURN", "RETURN_CLOSED",
                "MERCHANT_REFUND_RETRY_FAIL", "MERCHANT_FAIL" -> RefundState.NONE;
            default -> RefundState.UNKNOWN;
        };
        return new Refund(state, status);
    }

    static Listing.State product(int status, int edit) {
        return switch (status) {
            case 5 -> Listing.State.ON_SALE;
            case 0 -> switch (edit) {
                case IN_REVIEW -> Listing.State.IN_REVIEW;
                case REVIEW_FAILED -> Listing.State.REJECTED;
                default -> Listing.State.DRAFT;
            };
            case 6 -> Listing.State.REMOVED;
            case 9, 11, 13, 14, 15, 20 -> Listing.State.OFF_SALE;
            default -> Listing.State.UNKNOWN;
        };
    }
}
