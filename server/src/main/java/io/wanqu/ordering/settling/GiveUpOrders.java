package io.wanqu.ordering.settling;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;

import io.wanqu.ordering.OrderState;
import io.wanqu.ordering.row.OrderClock;
import io.wanqu.ordering.row.OrderLines;
import io.wanqu.ordering.row.OrderRow;
import io.wanqu.ordering.row.Orders;
import io.wanqu.ordering.row.Orders.Move;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends the waiting of paid, locked orders: what they still wait for is paid back, or, after a review, handed over after all. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class GiveUpOrders {

    private final Orders orders;
    private final OrderLines lines;
    private final ReturnMoney returnMoney;
    private final FreeStock freeStock;
    private final CompleteOrders complete;
    private final OrderClock time;

    GiveUpOrders(Orders orders, OrderLines lines, ReturnMoney returnMoney, FreeStock freeStock, CompleteOrders complete, OrderClock time) {
        this.orders = orders;
        this.lines = lines;
        this.returnMoney = returnMoney;
        this.freeStock = freeStock;
        this.complete = complete;
        this.time = time;
    }

    /** What of a line was handed over stays sold: the line is parted first. */
    void giveUp(Collection<OrderRow> given) {
        var owed = partHandedLines(given);
        returnMoney.ofWaitingLines(owed);
        lines.move(owed.stream()
                .flatMap(order -> order.linesIn(OrderRow.Line.WAITING).stream().map(line -> new OrderLines.Moved(order, line.number())))
                .toList(), OrderRow.Line.REFUNDING);
        orders.move(owed.stream()
                .map(order -> Move.to(OrderState.REFUNDING, order, time.refundDeadline()).payment("refunding"))
                .toList());
    }

    /** Orders that a person has looked at and does not want to serve: the stock is free again, the money goes back. */
    public void refused(Collection<OrderRow> reviewed) {
        freeStock.ofPaid(reviewed);
        giveUp(reviewed);
    }

    /** Nobody has looked in time: what the rule that held them promised. */
    void endReview(Collection<OrderRow> overdue) {
        var releases = overdue.stream().collect(Collectors.partitioningBy(order -> Objects.requireNonNull(order.review()).release()));
        if (!releases.get(true).isEmpty()) {
            complete.released(releases.get(true));
        }
        if (!releases.get(false).isEmpty()) {
            refused(releases.get(false));
        }
    }

    private Collection<OrderRow> partHandedLines(Collection<OrderRow> given) {
        var parted = given.stream().filter(order -> order.linesIn(OrderRow.Line.WAITING).stream().anyMatch(line -> line.handed() > 0)).toList();
        if (parted.isEmpty()) {
            return given;
        }
        lines.part(parted);
        return orders.lock(given.stream().map(order -> new Orders.Key(order.shop(), order.id())).toList()).values();
    }
}
