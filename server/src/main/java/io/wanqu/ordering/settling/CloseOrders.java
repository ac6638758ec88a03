package io.wanqu.ordering.settling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.event.EventLog;
import io.wanqu.ledger.Account;
import io.wanqu.ledger.Post;
import io.wanqu.ledger.Transfer;
import io.wanqu.ordering.OrderClosed;
import io.wanqu.ordering.OrderConfirmed;
import io.wanqu.ordering.OrderState;
import io.wanqu.ordering.row.OrderLines;
import io.wanqu.ordering.row.OrderRow;
import io.wanqu.ordering.row.Orders;
import io.wanqu.ordering.row.Orders.Move;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends locked orders: unpaid ones give their stock back, refunded ones their money, confirmed ones earn it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CloseOrders {

    private final Orders orders;
    private final OrderLines lines;
    private final FreeStock freeStock;
    private final Earned earned;
    private final Post post;
    private final EventLog events;

    CloseOrders(Orders orders, OrderLines lines, FreeStock freeStock, Earned earned, Post post, EventLog events) {
        this.orders = orders;
        this.lines = lines;
        this.freeStock = freeStock;
        this.earned = earned;
        this.post = post;
        this.events = events;
    }

    /** Orders that are past the point are passed over. */
    public void unpaid(Collection<OrderRow> given, OrderState as) {
        var open = given.stream().filter(order -> order.state() == OrderState.PLACED).toList();
        freeStock.of(open);
        orders.move(open.stream().map(order -> Move.to(as, order, null)).toList());
        events.append(open.stream().map(order -> new OrderClosed(order.shop(), order.id(), order.channel(), as)).toList());
    }

    /** The whole money of these orders went back; what was handed over is exposed and never returns to stock. */
    public void refunded(Collection<OrderRow> given, String receivable) {
        unpaid(given, OrderState.CANCELED);
        var paid = given.stream().filter(order -> !order.state().unpaid() && order.state() != OrderState.REFUNDED).toList();
        var transfers = new ArrayList<Transfer>();
        var moved = new ArrayList<OrderLines.Moved>();
        for (var order : paid) {
            var kept = order.lines().stream().filter(line -> !line.state().equals(OrderRow.Line.REFUNDED)).toList();
            var from = order.state() == OrderState.CONFIRMED ? Account.MERCHANT : Account.FROZEN;
            transfers.add(transfer(order, "order.refunded", from, Account.receivable(receivable), order.sum(kept)));
            kept.forEach(line -> moved.add(new OrderLines.Moved(order, line.number())));
        }
        post(transfers);
        lines.move(moved, OrderRow.Line.REFUNDED);
        orders.move(paid.stream()
                .map(order -> Move.to(OrderState.REFUNDED, order, null).payment("refunded").settlement("returned"))
                .toList());
        events.append(paid.stream().map(order -> new OrderClosed(order.shop(), order.id(), order.channel(), OrderState.REFUNDED)).toList());
    }

    public void confirmed(Collection<OrderRow> given) {
        var delivered = given.stream().filter(order -> order.state() == OrderState.DELIVERED).toList();
        var minor = earned.of(delivered);
        post(delivered.stream()
                .map(order -> transfer(order, "order.confirmed", Account.FROZEN, Account.MERCHANT, minor.get(order.id())))
                .toList());
        orders.move(delivered.stream().map(order -> Move.to(OrderState.CONFIRMED, order, null).settlement("released")).toList());
        events.append(delivered.stream().map(order -> new OrderConfirmed(order.shop(), order.id(), minor.get(order.id()))).toList());
    }

    private static Transfer transfer(OrderRow order, String source, Account from, Account to, Money amount) {
        return new Transfer(order.shop(), source, order.id().value(), from, to, amount);
    }

    private void post(List<Transfer> transfers) {
        post.post(transfers.stream().filter(transfer -> transfer.amount().minor() > 0).toList());
    }
}
