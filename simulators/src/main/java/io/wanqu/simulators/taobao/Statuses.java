package io.wanqu.simulators.taobao;

import io.wanqu.simulators.market.AfterSales.AfterSale;
import io.wanqu.simulators.market.Order;
import org.jspecify.annotations.Nullable;

/** The platform's words for what the market knows. */
final class Statuses {

    private Statuses() {
    }

    static String trade(Order order) {
        var override = order.override();
        if (override != null) {
            return override;
        }
        return switch (order.state()) {
            case UNPAID -> "WAIT_BUYER_PAY";
            case HELD -> "PAID_FORBID_CONSIGN";
            case PAID -> "WAIT_SELLER_SEND_GOODS";
            case PART_SHIPPED -> "SELLER_CONSIGNED_PART";
            case SHIPPED -> "WAIT_BUYER_CONFIRM_GOODS";
            case COMPLETED -> "TRADE_FINISHED";
            case CLOSED -> order.refunded() ? "TRADE_CLOSED" : "TRADE_CLOSED_BY_TAOBAO";
        };
    }

    static String refund(@Nullable AfterSale sale) {
        if (sale == null) {
            return "NO_REFUND";
        }
        return switch (sale.step()) {
            case APPLIED -> "WAIT_SELLER_AGREE";
            case AGREED -> "SUCCESS";
            case REFUSED -> "SELLER_REFUSE_BUYER";
            case WITHDRAWN -> "CLOSED";
        };
    }
}
