package io.wanqu.connectors.taobao;

import io.wanqu.connector.ChannelOrder.Refund;
import io.wanqu.connector.ChannelOrder.RefundState;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connector.listing.Listing;

/** The platform's words in ours, whoever passes them on; what is not listed stays unknown. */
public final class Statuses {

    private Statuses() {
    }

    public static OrderStatus trade(String status) {
        return switch (status) {
            case "TRADE_NO_CREATE_PAY", "WAIT_BUYER_PAY", "PAY_PENDING", "WAIT_PRE_AUTH_CONFIRM" -> OrderStatus.PENDING_PAYMENT;
            case "PAID_FORBID_CONSIGN" -> OrderStatus.HOLD;
            case "WAIT_SELLER_SEND_GOODS" -> OrderStatus.PAID;
            case "SELLER_CONSIGNED_PART" -> OrderStatus.PARTIALLY_DELIVERED;
            case "WAIT_BUYER_CONFIRM_GOODS", "TRADE_BUYER_SIGNED" -> OrderStatus.DELIVERED;
            case "TRADE_FINISHED" -> OrderStatus.COMPLETED;
            case "TRADE_CLOSED" -> OrderStatus.REFUNDED;
            case "TRADE_CLOSED_BY_TAOBAO" -> OrderStatus.CLOSED_UNPAID;
            default -> OrderStatus.UNKNOWN;
        };
    }

    public static Refund refund(String status) {
        return switch (status) {
            case "NO_REFUND" -> Refund.NONE;
            // Unverified: a case that ended without money lets the order go on.
            case "CLOSED" -> new Refund(RefundState.NONE, status);
            case "WAIT_SELLER_AGREE", "WAIT_BUYER_RETURN_GOODS", "WAIT_SELLER_CONFIRM_GOODS", "SELLER_REFUSE_BUYER" ->
                new Refund(RefundState.REFUNDING, status);
            case "SUCCESS" -> new Refund(RefundState.REFUNDED, status);
            default -> new Refund(RefundState.UNKNOWN, status);
        };
    }

    static Listing.State item(String status) {
        return switch (status) {
            case "onsale" -> Listing.State.ON_SALE;
            case "instock" -> Listing.State.OFF_SALE;
            default -> Listing.State.UNKNOWN;
        };
    }
}
