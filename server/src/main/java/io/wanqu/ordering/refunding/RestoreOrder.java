package io.wanqu.ordering.refunding;

import java.util.List;

import io.wanqu.kernel.ShopId;
import io.wanqu.ordering.OrderState;
import io.wanqu.ordering.row.OrderClock;
import io.wanqu.ordering.row.OrderLines;
import io.wanqu.ordering.row.OrderRow;
import io.wanqu.ordering.row.Orders;
import io.wanqu.ordering.row.Orders.Move;
import io.wanqu.ordering.settling.DrawTime;
import io.wanqu.payment.Payment;
import io.wanqu.payment.Payments;
import io.wanqu.payment.Payments.Subject;

import org.springframework.stereotype.Component;

/** Puts a locked order back to where it was, because its money stays or came back. */
@Component
class RestoreOrder {

    private final Orders orders;
    private final OrderLines lines;
    private final OrderClock time;
    private final DrawTime drawTime;
    private final Payments payments;

    RestoreOrder(Orders orders, OrderLines lines, OrderClock time, DrawTime drawTime, Payments payments) {
        this.orders = orders;
        this.lines = lines;
        this.time = time;
        this.drawTime = drawTime;
        this.payments = payments;
    }

    /** The money of a refund that was given up is where it was. */
    void afterGivenUp(OrderRow order, String payment) {
        orders.move(List.of((order.state() == OrderState.REFUNDING ? waiting(order) : Move.to(order.state(), order, order.deadline()))
                .payment(payment)));
    }

    /** @param released whether the money had been the shop's own before it was disputed; what it may not draw yet matures anew */
    void afterDispute(OrderRow order, boolean released) {
        var payment = word(paid(order.shop(), order.id().value()));
        if (order.state() != OrderState.DISPUTED) {
            orders.move(List.of(Move.to(order.state(), order, order.deadline()).payment(payment)));
        } else if (released) {
            orders.move(List.of(Move.to(OrderState.CONFIRMED, order, drawTime.of(order.shop())).payment(payment)));
        } else if (order.linesIn(OrderRow.Line.WAITING).isEmpty()) {
            orders.move(List.of(Move.to(OrderState.DELIVERED, order, time.confirmDeadline(order)).payment(payment)));
        } else {
            orders.move(List.of(waiting(order).payment(payment)));
        }
    }

    private Move waiting(OrderRow order) {
        lines.move(order.linesIn(OrderRow.Line.REFUNDING).stream().map(line -> new OrderLines.Moved(order, line.number())).toList(),
                OrderRow.Line.WAITING);
        var partly = !order.linesIn(OrderRow.Line.DELIVERED).isEmpty();
        return Move.to(partly ? OrderState.PARTIAL : OrderState.SHORT, order, time.owedDeadline());
    }

    /** The payment that counts: not one that came twice and went straight back. */
    Payment.State paid(ShopId shop, long subject) {
        return payments.ofSubjects(List.of(new Subject(shop, subject))).getOrDefault(subject, List.of()).stream()
                .filter(payment -> payment.state().paid())
                .map(Payment::state)
                .findFirst()
                .orElse(Payment.State.SUCCEEDED);
    }

    static String word(Payment.State state) {
        return switch (state) {
            case REFUNDING -> "refunding";
            case PARTLY_REFUNDED -> "part_refunded";
            case REFUNDED -> "refunded";
            case CHARGED_BACK -> "charged_back";
            case INIT, PENDING, UNKNOWN, SUCCEEDED, FAILED, CLOSED -> "paid";
        };
    }
}
