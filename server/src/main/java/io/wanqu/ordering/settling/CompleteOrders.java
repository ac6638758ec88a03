package io.wanqu.ordering.settling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.EventLog;
import io.wanqu.ledger.Account;
import io.wanqu.ledger.Post;
import io.wanqu.ledger.Transfer;
import io.wanqu.ordering.OrderDelivered;
import io.wanqu.ordering.OrderInReview;
import io.wanqu.ordering.OrderOwed;
import io.wanqu.ordering.OrderPaid;
import io.wanqu.ordering.OrderState;
import io.wanqu.ordering.row.OrderClock;
import io.wanqu.ordering.row.OrderRow;
import io.wanqu.ordering.row.Orders;
import io.wanqu.ordering.row.Orders.Move;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings paid, locked orders as far as stock allows: delivered, partly delivered, or waiting with a deadline. */
@Component
public class CompleteOrders {

    private final HandOverLines handOverLines;
    private final Orders orders;
    private final Post post;
    private final EventLog events;
    private final OrderClock time;

    CompleteOrders(HandOverLines handOverLines, Orders orders, Post post, EventLog events, OrderClock time) {
        this.handOverLines = handOverLines;
        this.orders = orders;
        this.post = post;
        this.events = events;
        this.time = time;
    }

    /** Orders that were paid just now: books the money, then hands over what there is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void paid(Collection<Paid> paid) {
        if (paid.isEmpty()) {
            return;
        }
        post.post(paid.stream()
                .filter(it -> it.order.total().minor() > 0)
                .map(it -> new Transfer(it.order.shop(), "order.paid/" + it.source, it.order.id().value(),
                        Account.receivable(it.receivable), Account.FROZEN, it.order.total()))
                .toList());
        var news = new ArrayList<Event>();
        paid.forEach(it -> news.add(new OrderPaid(it.order.shop(), it.order.id(), it.order.channel(), it.order.total(), it.late)));
        var moves = new ArrayList<Move>();
        paid.stream().filter(it -> it.order.review() != null).forEach(it -> moves.add(toReview(it, news)));
        var byOrder = paid.stream().filter(it -> it.order.review() == null).collect(Collectors.toMap(Paid::order, it -> it));
        // In the order of the list: whoever paid first is served first.
        handOverLines.handOver(paid.stream().map(Paid::order).filter(byOrder::containsKey).toList()).forEach((order, handed) -> {
            var late = byOrder.get(order).late;
            moves.add(next(order, handed, late, news).paid(time.now(), late));
        });
        orders.move(moves);
        events.append(news);
    }

    /** Orders that were paid before and waited for stock: hands over what has come since and returns how many got something; the deadline stands. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int serve(Collection<OrderRow> owed) {
        var news = new ArrayList<Event>();
        var moves = new ArrayList<Move>();
        handOverLines.handOver(owed).forEach((order, handed) -> {
            if (!handed.isEmpty()) {
                moves.add(next(order, handed, order.late(), news));
            }
        });
        orders.move(moves);
        events.append(news);
        return moves.size();
    }

    /** Orders under review that may go on: hands over what there is; what is missing waits like that of any paid order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void released(Collection<OrderRow> reviewed) {
        var news = new ArrayList<Event>();
        var moves = new ArrayList<Move>();
        handOverLines.handOver(reviewed).forEach((order, handed) -> moves.add(next(order, handed, order.late(), news)));
        orders.move(moves);
        events.append(news);
    }

    /** The stock stays held: whoever looks at the order decides about it too. */
    private Move toReview(Paid paid, List<Event> news) {
        var order = paid.order;
        var until = time.now().plus(Duration.ofHours(Objects.requireNonNull(order.review()).hours()));
        news.add(new OrderInReview(order.shop(), order.id(), order.channel(), until));
        return Move.to(OrderState.REVIEW, order, until).paid(time.now(), paid.late);
    }

    private Move next(OrderRow order, Set<Integer> handed, boolean late, List<Event> news) {
        var waiting = order.linesIn(OrderRow.Line.WAITING);
        var complete = handed.size() == waiting.size();
        if (!handed.isEmpty()) {
            news.add(new OrderDelivered(order.shop(), order.id(), order.channel(), handed.stream().sorted().toList(), complete));
        }
        if (complete) {
            return Move.to(OrderState.DELIVERED, order, time.confirmDeadline(order)).fulfilment("delivered");
        }
        var until = order.state().owes() && order.state() != OrderState.REVIEW && order.deadline() != null ? order.deadline()
                : time.owedDeadline();
        news.add(new OrderOwed(order.shop(), order.id(), order.channel(), late, until));
        var partly = !handed.isEmpty() || waiting.size() < order.lines().size();
        var state = partly ? OrderState.PARTIAL : late ? OrderState.PAID_LATE : OrderState.SHORT;
        return Move.to(state, order, until).fulfilment(partly ? "partial" : "waiting");
    }

    /**
     * An order whose money is here.
     *
     * @param receivable the rail or channel that owes the money
     * @param source     what makes the booking unique: the payment
     * @param late       whether it came after the hold had run out
     */
    public record Paid(OrderRow order, String receivable, String source, boolean late) {
    }
}
