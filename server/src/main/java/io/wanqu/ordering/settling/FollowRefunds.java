package io.wanqu.ordering.settling;

import java.util.List;
import java.util.Set;

import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.EventListener;
import io.wanqu.kernel.event.EventLog;
import io.wanqu.kernel.event.StoredEvent;
import io.wanqu.ordering.OrderClosed;
import io.wanqu.ordering.OrderState;
import io.wanqu.ordering.row.OrderClock;
import io.wanqu.ordering.row.OrderLines;
import io.wanqu.ordering.row.OrderRow;
import io.wanqu.ordering.row.Orders;
import io.wanqu.ordering.row.Orders.Move;
import io.wanqu.payment.RefundSucceeded;

import org.springframework.stereotype.Component;

/** Ends an order when its money is back with the buyer; what had been handed over stays delivered. */
@Component
class FollowRefunds implements EventListener {

    private final Orders orders;
    private final OrderLines lines;
    private final EventLog events;
    private final OrderClock time;

    FollowRefunds(Orders orders, OrderLines lines, EventLog events, OrderClock time) {
        this.orders = orders;
        this.lines = lines;
        this.events = events;
        this.time = time;
    }

    @Override
    public String cursor() {
        return "ordering.follow-refunds";
    }

    @Override
    public Set<Class<? extends Event>> events() {
        return Set.of(RefundSucceeded.class);
    }

    @Override
    public void on(List<StoredEvent> batch) {
        var keys = batch.stream().map(event -> event.as(RefundSucceeded.class))
                .filter(refund -> refund.reason().equals(ReturnMoney.OWED))
                .map(refund -> new Orders.Key(refund.shop(), new OrderId(refund.subject())))
                .distinct().toList();
        end(orders.lock(keys).values().stream().filter(order -> order.state() == OrderState.REFUNDING).toList());
    }

    private void end(List<OrderRow> refunding) {
        lines.move(refunding.stream()
                .flatMap(order -> order.linesIn(OrderRow.Line.REFUNDING).stream().map(line -> new OrderLines.Moved(order, line.number())))
                .toList(), OrderRow.Line.REFUNDED);
        orders.move(refunding.stream().map(this::next).toList());
        events.append(refunding.stream().filter(FollowRefunds::gotNothing)
                .map(order -> new OrderClosed(order.shop(), order.id(), order.channel(), OrderState.REFUNDED))
                .toList());
    }

    private Move next(OrderRow order) {
        return gotNothing(order)
                ? Move.to(OrderState.REFUNDED, order, null).payment("refunded").settlement("returned")
                : Move.to(OrderState.DELIVERED, order, time.confirmDeadline(order)).payment("part_refunded").fulfilment("delivered");
    }

    private static boolean gotNothing(OrderRow order) {
        return order.linesIn(OrderRow.Line.DELIVERED).isEmpty();
    }
}
