package io.wanqu.ordering.settling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.event.EventLog;
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
    private final Earnings earnings;
    private final EventLog events;
    private final DrawTime drawTime;

    CloseOrders(Orders orders, OrderLines lines, FreeStock freeStock, Earnings earnings, EventLog events, DrawTime drawTime) {
        this.orders = orders;
        this.lines = lines;
        this.freeStock = freeStock;
        this.earnings = earnings;
        this.events = events;
        this.drawTime = drawTime;
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
        freeStock.ofPaid(given.stream().filter(order -> order.state() == OrderState.REVIEW).toList());
        var paid = given.stream().filter(order -> !order.state().unpaid() && order.state() != OrderState.REFUNDED).toList();
        var amounts = new LinkedHashMap<OrderRow, Money>();
        var moved = new ArrayList<OrderLines.Moved>();
        for (var order : paid) {
            var kept = order.lines().stream().filter(line -> !line.state().equals(OrderRow.Line.REFUNDED)).toList();
            amounts.put(order, order.sum(kept));
            kept.forEach(line -> moved.add(new OrderLines.Moved(order, line.number())));
        }
        earnings.giveBack(amounts, receivable);
        lines.move(moved, OrderRow.Line.REFUNDED);
        orders.move(paid.stream()
                .map(order -> Move.to(OrderState.REFUNDED, order, null).payment("refunded").settlement("returned"))
                .toList());
        events.append(paid.stream().map(order -> new OrderClosed(order.shop(), order.id(), order.channel(), OrderState.REFUNDED)).toList());
    }

    public void confirmed(Collection<OrderRow> given) {
        release(given.stream().filter(order -> order.state().handedOver()).toList());
    }

    /** A verdict for the shop: the money is released though somebody complained. */
    public void decided(Collection<OrderRow> given) {
        release(given);
    }

    private void release(Collection<OrderRow> good) {
        var earned = earnings.release(good);
        orders.move(good.stream()
                .map(order -> Move.to(OrderState.CONFIRMED, order, drawTime.of(order.shop())).settlement("released"))
                .toList());
        events.append(good.stream()
                .map(order -> new OrderConfirmed(order.shop(), order.id(), earned.get(order.id())))
                .toList());
    }

    /** The time that confirmed money waits has passed: the shop may draw it. */
    void matured(Collection<OrderRow> confirmed) {
        earnings.mature(confirmed);
        orders.move(confirmed.stream().map(order -> Move.to(OrderState.CONFIRMED, order, null).settlement("available")).toList());
    }
}
