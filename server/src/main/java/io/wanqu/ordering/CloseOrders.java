package io.wanqu.ordering;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.EventLog;
import io.wanqu.ledger.Account;
import io.wanqu.ledger.Post;
import io.wanqu.ledger.Transfer;
import io.wanqu.ordering.Orders.Move;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends locked orders: unpaid ones give their stock back, refunded ones their money, confirmed ones earn it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CloseOrders {

    private final Orders orders;
    private final OrderLines lines;
    private final FreeStock freeStock;
    private final Post post;
    private final EventLog events;

    CloseOrders(Orders orders, OrderLines lines, FreeStock freeStock, Post post, EventLog events) {
        this.orders = orders;
        this.lines = lines;
        this.freeStock = freeStock;
        this.post = post;
        this.events = events;
    }

    /** Orders that are past the point are passed over. */
    void unpaid(Collection<OrderRow> given, OrderState as) {
        var open = given.stream().filter(order -> order.state() == OrderState.PLACED).toList();
        freeStock.of(open);
        orders.move(open.stream().map(order -> Move.to(as, order, null)).toList());
        events.append(open.stream().map(order -> new OrderClosed(order.shop(), order.id(), order.channel(), as)).toList());
    }

    /** The whole order's money went back; what was handed over is exposed and never returns to stock. */
    void refunded(OrderRow order, String receivable) {
        if (order.state() == OrderState.PLACED) {
            unpaid(List.of(order), OrderState.CANCELED);
        } else if (order.state() != OrderState.REFUNDED && order.state() != OrderState.CANCELED && order.state() != OrderState.EXPIRED) {
            var kept = order.lines().stream().filter(line -> !line.state().equals(OrderRow.Line.REFUNDED)).toList();
            var from = order.state() == OrderState.CONFIRMED ? Account.MERCHANT : Account.FROZEN;
            post(order, "order.refunded", from, Account.receivable(receivable), kept);
            lines.move(kept.stream().map(line -> new OrderLines.Moved(order, line.number())).toList(), OrderRow.Line.REFUNDED);
            orders.move(List.of(Move.to(OrderState.REFUNDED, order, null).payment("refunded").settlement("returned")));
            events.append(List.of(new OrderClosed(order.shop(), order.id(), order.channel(), OrderState.REFUNDED)));
        }
    }

    void confirmed(Collection<OrderRow> given) {
        var delivered = given.stream().filter(order -> order.state() == OrderState.DELIVERED).toList();
        var news = new ArrayList<Event>();
        for (var order : delivered) {
            var earned = order.linesIn(OrderRow.Line.DELIVERED);
            post(order, "order.confirmed", Account.FROZEN, Account.MERCHANT, earned);
            news.add(new OrderConfirmed(order.shop(), order.id(), order.sum(earned)));
        }
        orders.move(delivered.stream().map(order -> Move.to(OrderState.CONFIRMED, order, null).settlement("released")).toList());
        events.append(news);
    }

    private void post(OrderRow order, String source, Account from, Account to, List<OrderRow.Line> some) {
        var amount = order.sum(some);
        if (amount.minor() > 0) {
            post.post(List.of(new Transfer(order.shop(), source, order.id().value(), from, to, amount)));
        }
    }
}
