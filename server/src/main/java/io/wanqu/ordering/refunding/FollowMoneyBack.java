package io.wanqu.ordering.refunding;

import java.util.List;
import java.util.Set;

import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.EventListener;
import io.wanqu.kernel.event.EventLog;
import io.wanqu.kernel.event.StoredEvent;
import io.wanqu.ordering.OrderClosed;
import io.wanqu.ordering.OrderState;
import io.wanqu.ordering.row.OrderLines;
import io.wanqu.ordering.row.OrderRow;
import io.wanqu.ordering.row.Orders;
import io.wanqu.ordering.row.Orders.Move;
import io.wanqu.ordering.settling.ReturnMoney;
import io.wanqu.payment.Payment;
import io.wanqu.payment.RefundGivenUp;
import io.wanqu.payment.RefundSucceeded;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves an order on when a refund that staff asked for is there, or was given up. */
@Component
class FollowMoneyBack implements EventListener {

    /** What the shop's own rules return is followed where those rules are. */
    static final Set<String> OWN_REASONS = Set.of(ReturnMoney.OWED, ReturnMoney.DUPLICATE, ReturnMoney.CANCELED);

    private final Orders orders;
    private final OrderLines lines;
    private final RestoreOrder restore;
    private final EventLog events;

    FollowMoneyBack(Orders orders, OrderLines lines, RestoreOrder restore, EventLog events) {
        this.orders = orders;
        this.lines = lines;
        this.restore = restore;
        this.events = events;
    }

    @Override
    public String cursor() {
        return "ordering.follow-money-back";
    }

    @Override
    public Set<Class<? extends Event>> events() {
        return Set.of(RefundSucceeded.class, RefundGivenUp.class);
    }

    @Override
    public void on(List<StoredEvent> batch) {
        for (var event : batch) {
            if (event.is(RefundGivenUp.class)) {
                var told = event.as(RefundGivenUp.class);
                follow(told.shop(), told.subject(), told.reason(), told);
            } else {
                var told = event.as(RefundSucceeded.class);
                follow(told.shop(), told.subject(), told.reason(), null);
            }
        }
    }

    private void follow(ShopId shop, long subject, String reason, @Nullable RefundGivenUp givenUp) {
        var number = new OrderId(subject);
        var order = OWN_REASONS.contains(reason) ? null : orders.lock(List.of(new Orders.Key(shop, number))).get(number);
        if (order == null) {
            return;
        }
        var state = restore.paid(shop, subject);
        if (givenUp != null) {
            restore.afterGivenUp(order, RestoreOrder.word(state));
        } else if (state == Payment.State.REFUNDED) {
            ended(order);
        } else {
            orders.move(List.of(Move.to(order.state(), order, order.deadline()).payment(RestoreOrder.word(state))));
        }
    }

    private void ended(OrderRow order) {
        lines.move(order.lines().stream().filter(line -> !line.state().equals(OrderRow.Line.DELIVERED))
                .map(line -> new OrderLines.Moved(order, line.number())).toList(), OrderRow.Line.REFUNDED);
        orders.move(List.of(Move.to(OrderState.REFUNDED, order, null).payment("refunded").settlement("returned")));
        events.append(List.of(new OrderClosed(order.shop(), order.id(), order.channel(), OrderState.REFUNDED)));
    }
}
