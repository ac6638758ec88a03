package io.wanqu.ordering.refunding;

import java.util.List;
import java.util.Optional;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.ordering.OrderState;
import io.wanqu.ordering.OrderingProblem;
import io.wanqu.ordering.row.OrderClock;
import io.wanqu.ordering.row.OrderLines;
import io.wanqu.ordering.row.OrderRow;
import io.wanqu.ordering.row.Orders;
import io.wanqu.ordering.row.Orders.Move;
import io.wanqu.payment.Payment;
import io.wanqu.payment.Payments;
import io.wanqu.payment.Payments.Subject;
import io.wanqu.payment.Refund;
import io.wanqu.payment.Refunds;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Returns an order's money, all or a part of it, never more than was paid; the same reason returns money once. */
@Service
public class RefundOrder {

    private final Orders orders;
    private final OrderLines lines;
    private final Payments payments;
    private final Refunds refunds;
    private final OrderClock time;
    private final Ids ids;

    RefundOrder(Orders orders, OrderLines lines, Payments payments, Refunds refunds, OrderClock time, Ids ids) {
        this.orders = orders;
        this.lines = lines;
        this.payments = payments;
        this.refunds = refunds;
        this.time = time;
        this.ids = ids;
    }

    /** The order is locked first, so that two clerks see each other. */
    @Transactional
    public Refunds.View refund(ShopId shop, OrderId number, Wish wish) {
        var order = orders.lock(List.of(new Orders.Key(shop, number))).get(number);
        if (order == null) {
            throw new OrderingProblem.NoSuchOrder();
        }
        if (order.state().unpaid() || order.state() == OrderState.REVIEW) {
            throw new OrderingProblem.WrongState(order.state(), OrderState.PAID.text());
        }
        var before = sameReason(shop, number, wish.reason);
        var subject = new Subject(shop, number.value());
        var payment = payments.kept(List.of(subject)).getOrDefault(number.value(), List.of()).stream().findFirst().orElse(null);
        if (before.isPresent()) {
            return repeated(before.get(), wish);
        }
        if (payment == null) {
            throw new OrderingProblem.RefundTooLarge(0);
        }
        var left = payment.amount();
        var amount = wish.amountMinor == null ? left : new Money(wish.amountMinor, left.currency());
        if (amount.minor() > left.minor() || refunds.ask(List.of(refund(order, payment, amount, wish))).isEmpty()) {
            throw new OrderingProblem.RefundTooLarge(left.minor());
        }
        move(order, amount.equals(left));
        return sameReason(shop, number, wish.reason).orElseThrow();
    }

    private static Refunds.View repeated(Refunds.View before, Wish wish) {
        if (wish.amountMinor != null && wish.amountMinor != before.amount().minor()) {
            throw new OrderingProblem.RefundReasonUsed(before.id(), before.amount().minor());
        }
        return before;
    }

    private Optional<Refunds.View> sameReason(ShopId shop, OrderId number, String reason) {
        return refunds.of(shop, number.value()).stream()
                .filter(refund -> refund.reason().equals(reason) && !refund.state().equals("abandoned")).findFirst();
    }

    private Refund refund(OrderRow order, Payment payment, Money amount, Wish wish) {
        return new Refund(order.shop(), ids.next(), payment.id(), payment.subject(), payment.rail(), amount, wish.reason, wish.by);
    }

    /** When all of the money goes, nothing more is handed over. */
    private void move(OrderRow order, boolean all) {
        if (all && order.state().owes()) {
            lines.move(order.linesIn(OrderRow.Line.WAITING).stream().map(line -> new OrderLines.Moved(order, line.number())).toList(),
                    OrderRow.Line.REFUNDING);
            orders.move(List.of(Move.to(OrderState.REFUNDING, order, time.refundDeadline()).payment("refunding")));
        } else {
            orders.move(List.of(Move.to(order.state(), order, order.deadline()).payment("refunding")));
        }
    }

    /**
     * What a clerk wants.
     *
     * @param amountMinor null for all that is left
     */
    public record Wish(@Nullable Long amountMinor, String reason, String by) {
    }
}
