package io.wanqu.ordering.settling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import io.wanqu.ordering.OrderState;
import io.wanqu.ordering.row.OrderClock;
import io.wanqu.ordering.row.OrderRow;
import io.wanqu.ordering.row.Orders;
import io.wanqu.ordering.row.Orders.Move;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Does what an order's state promises when its deadline passes, so that no order is left where it is. */
@Configuration(proxyBeanMethods = false)
public class MeetDeadlines {

    private static final Logger log = LoggerFactory.getLogger(MeetDeadlines.class);
    private static final int BATCH = 200;
    private static final Duration PUT_OFF = Duration.ofMinutes(1);

    private final Orders orders;
    private final CloseOrders close;
    private final GiveUpOrders giveUp;
    private final OrderClock time;
    private final TransactionTemplate transaction;

    MeetDeadlines(Orders orders, CloseOrders close, GiveUpOrders giveUp, OrderClock time,
            TransactionTemplate transaction) {
        this.orders = orders;
        this.close = close;
        this.giveUp = giveUp;
        this.time = time;
        this.transaction = transaction;
    }

    @Bean
    public RecurringTask<Void> meetOrderDeadlines() {
        return Tasks.recurring("ordering.meet-deadlines", FixedDelay.of(Duration.ofSeconds(1)))
                .execute((instance, context) -> meetAll());
    }

    public void meetAll() {
        while (meetSome() == BATCH) {
            log.debug("more orders are past their deadline");
        }
    }

    private int meetSome() {
        try {
            return meet(BATCH, new ArrayList<>());
        } catch (TransactionException | DataAccessResourceFailureException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("orders past their deadline are now taken one by one", e);
            return meetOneByOne();
        }
    }

    /** An order that cannot be moved on must not hold up all others: it alone is put off, and called out. */
    private int meetOneByOne() {
        for (var met = 0; met < BATCH; met++) {
            var tried = new ArrayList<OrderRow>();
            try {
                if (meet(1, tried) == 0) {
                    return met;
                }
            } catch (TransactionException | DataAccessResourceFailureException e) {
                throw e;
            } catch (RuntimeException e) {
                tried.forEach(order -> log.error("order {} of shop {} could not be moved on", order.id(), order.shop(), e));
                transaction.executeWithoutResult(status ->
                        orders.move(tried.stream().map(order -> Move.to(order.state(), order, time.now().plus(PUT_OFF))).toList()));
            }
        }
        return BATCH;
    }

    /** @param tried receives the orders that are worked on, so that they are known when it fails */
    private int meet(int limit, List<OrderRow> tried) {
        transaction.executeWithoutResult(status -> {
            tried.addAll(orders.lockOverdue(time.now(), limit));
            tried.stream().collect(Collectors.groupingBy(OrderRow::state)).forEach(this::meet);
        });
        return tried.size();
    }

    private void meet(OrderState state, List<OrderRow> overdue) {
        switch (state) {
            case PLACED -> close.unpaid(overdue, OrderState.EXPIRED);
            case PAID, PAID_LATE, SHORT, PARTIAL -> giveUp.giveUp(overdue);
            case REVIEW -> giveUp.endReview(overdue);
            case DELIVERED, REPLACED -> close.confirmed(overdue);
            case REFUNDING, DISPUTED -> callOut(overdue);
            case CONFIRMED -> close.matured(overdue);
            case EXPIRED, CANCELED, REFUNDED ->
                    orders.move(overdue.stream().map(order -> Move.to(order.state(), order, null)).toList());
        }
    }

    /** Nothing here can end these; a person is called again and again until somebody does. */
    private void callOut(Collection<OrderRow> stuck) {
        stuck.forEach(order -> log.error("order {} of shop {} is still {} after its deadline", order.id(), order.shop(), order.state()));
        orders.move(stuck.stream().map(order -> Move.to(order.state(), order, time.refundDeadline())).toList());
    }
}
