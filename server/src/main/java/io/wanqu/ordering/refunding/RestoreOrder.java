package io.wanqu.ordering.refunding;

import java.util.List;

import io.wanqu.ledger.Account;
import io.wanqu.ledger.Post;
import io.wanqu.ledger.Transfer;
import io.wanqu.ordering.OrderState;
import io.wanqu.ordering.row.OrderClock;
import io.wanqu.ordering.row.OrderLines;
import io.wanqu.ordering.row.OrderRow;
import io.wanqu.ordering.row.Orders;
import io.wanqu.ordering.row.Orders.Move;
import io.wanqu.payment.RefundGivenUp;

import org.springframework.stereotype.Component;

/** Puts a locked order back to where it was, because its money stays or came back. */
@Component
class RestoreOrder {

    private final Orders orders;
    private final OrderLines lines;
    private final Post post;
    private final OrderClock time;

    RestoreOrder(Orders orders, OrderLines lines, Post post, OrderClock time) {
        this.orders = orders;
        this.lines = lines;
        this.post = post;
        this.time = time;
    }

    /** What stayed frozen for a refund is the shop's, if the order was confirmed meanwhile. */
    void afterGivenUp(OrderRow order, RefundGivenUp refund, String payment) {
        if (order.state() == OrderState.CONFIRMED && refund.takenFrom().equals(Account.FROZEN)) {
            post.post(List.of(new Transfer(order.shop(), "order.refund-given-up/" + refund.refund(), order.id().value(),
                    Account.FROZEN, Account.MERCHANT, refund.amount())));
        }
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
            orders.move(List.of(Move.to(OrderState.DELIVERED, order, time.confirmDeadline()).payment(payment)));
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
