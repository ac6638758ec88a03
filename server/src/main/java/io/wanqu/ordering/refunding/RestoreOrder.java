package io.wanqu.ordering.refunding;

import java.util.List;

import io.wanqu.ordering.OrderState;
import io.wanqu.ordering.row.OrderClock;
import io.wanqu.ordering.row.OrderLines;
import io.wanqu.ordering.row.OrderRow;
import io.wanqu.ordering.row.Orders;
import io.wanqu.ordering.row.Orders.Move;

import org.springframework.stereotype.Component;

/** Puts a locked order back to where it was, because its money stays or came back. */
@Component
class RestoreOrder {

    private final Orders orders;
    private final OrderLines lines;
    private final OrderClock time;

    RestoreOrder(Orders orders, OrderLines lines, OrderClock time) {
        this.orders = orders;
        this.lines = lines;
        this.time = time;
    }

    /** The money of a refund that was given up is where it was. */
    void afterGivenUp(OrderRow order, String payment) {
        orders.move(List.of((order.state() == OrderState.REFUNDING ? waiting(order) : Move.to(order.state(), order, order.deadline()))
                .payment(payment)));
    }

    /** @param released whether the money had been the shop's own before it was disputed */
    void afterDispute(OrderRow order, boolean released, String payment) {
        if (order.state() != OrderState.DISPUTED) {
            orders.move(List.of(Move.to(order.state(), order, order.deadline()).payment(payment)));
        } else if (released) {
            orders.move(List.of(Move.to(OrderState.CONFIRMED, order, null).payment(payment)));
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
}
