package io.wanqu.ordering.viewing;

import java.time.Instant;
import java.util.List;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.SkuId;
import io.wanqu.ordering.OrderState;
import io.wanqu.payment.paying.PaymentView;

import org.jspecify.annotations.Nullable;

/**
 * An order as it is shown.
 *
 * @param deadline when something happens by itself; {@code next} says what
 * @param next     what happens then, or what the buyer can do now
 * @param gift     whether only the receiver of its link may open it
 * @param extendable whether its buyer may still make the time to pay longer
 * @param paying   how its payment goes, while it is to be paid and one asks for this order alone
 */
public record OrderView(OrderId number, ChannelId channel, @Nullable String externalId, String state, String payment, String fulfilment,
        String settlement, Money total, boolean late, Instant placedAt, @Nullable Instant paidAt, @Nullable Instant deadline,
        String next, boolean gift, boolean extendable, @Nullable PaymentView paying, List<Line> lines) {

    public record Line(int line, SkuId sku, String name, int quantity, Money unit, Money amount, String state) {
    }

    public OrderView with(List<Line> all) {
        return new OrderView(number, channel, externalId, state, payment, fulfilment, settlement, total, late, placedAt, paidAt, deadline,
                next, gift, extendable, paying, all);
    }

    OrderView with(@Nullable PaymentView payment) {
        return new OrderView(number, channel, externalId, state, this.payment, fulfilment, settlement, total, late, placedAt, paidAt,
                deadline, next, gift, extendable, payment, lines);
    }

    public static String next(OrderState state) {
        return switch (state) {
            case PLACED -> "pay before the deadline, else the order expires";
            case EXPIRED -> "the order expired; a payment that still arrives is served if stock is left, else returned";
            case CANCELED -> "the order was canceled";
            case PAID, SHORT, PARTIAL -> "waits for stock until the deadline, then the money for what is missing is returned";
            case REVIEW -> "is being looked at until the deadline, then it is handed over or the money is returned";
            case PAID_LATE -> "paid after the order expired; waits for stock until the deadline, then the money is returned";
            case DELIVERED, REPLACED -> "confirmed by itself at the deadline";
            case CONFIRMED -> "done; the shop may draw the money after the deadline";
            case DISPUTED -> "being looked at";
            case REFUNDING -> "the money is on its way back";
            case REFUNDED -> "the money was returned";
        };
    }
}
