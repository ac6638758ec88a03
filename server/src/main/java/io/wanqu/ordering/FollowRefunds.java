package io.wanqu.ordering;

import java.util.List;
import java.util.Set;

import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.EventListener;
import io.wanqu.kernel.event.EventLog;
import io.wanqu.kernel.event.StoredEvent;
import io.wanqu.ordering.Orders.Move;
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
                .map(refund -> new Orders.Key(refund.shop(), new OrderId(refund.subject())))
                .distinct().toList();
        orders.lock(keys).values().stream().filter(order -> order.state() == OrderState.REFUNDING).forEach(this::end);
    }

    private void end(OrderRow order) {
        var refunding = order.linesIn(OrderRow.Line.REFUNDING);
        lines.move(refunding.stream().map(line -> new OrderLines.Moved(order, line.number())).toList(), OrderRow.Line.REFUNDED);
        if (order.linesIn(OrderRow.Line.DELIVERED).isEmpty()) {
            orders.move(List.of(Move.to(OrderState.REFUNDED, order, null).payment("refunded").settlement("returned")));
            events.append(List.of(new OrderClosed(order.shop(), order.id(), order.channel(), OrderState.REFUNDED)));
        } else {
            orders.move(List.of(Move.to(OrderState.DELIVERED, order, time.confirmDeadline())
                    .payment("part_refunded").fulfilment("delivered")));
        }
    }
}
