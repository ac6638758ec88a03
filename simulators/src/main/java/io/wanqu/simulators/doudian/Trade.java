package io.wanqu.simulators.doudian;

import io.wanqu.simulators.doudian.AfterSales.AfterSale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What buyers do and what the platform does of itself: the life of an order. */
final class Trade {

    private static final int REFUND_WAITING = 1;
    private static final int REFUND_DONE = 3;

    private final Market market;
    private final Pushes pushes;

    Trade(Market market, Pushes pushes) {
        this.market = market;
        this.pushes = pushes;
    }

    /** Places an order, or answers null when the shelf has too little; ordering takes from the stock. */
    @Nullable Order place(Shop shop, Map<Sku, Integer> wanted, boolean evenIfEmpty) {
        return place(shop, wanted, evenIfEmpty, now());
    }

    @Nullable Order place(Shop shop, Map<Sku, Integer> wanted, boolean evenIfEmpty, long when) {
        var taken = new ArrayList<Map.Entry<Sku, Integer>>(wanted.size());
        for (var each : wanted.entrySet()) {
            if (!each.getKey().take(each.getValue(), evenIfEmpty)) {
                taken.forEach(back -> back.getKey().giveBack(back.getValue()));
                return null;
            }
            taken.add(each);
        }
        var id = market.nextId();
        var lines = wanted.entrySet().stream()
            .map(each -> new Line(wanted.size() == 1 ? id : market.nextId(), id, each.getKey(), each.getValue()))
            .toList();
        var order = new Order(id, shop.id(), lines, when);
        shop.orders().add(order);
        pushes.order(Pushes.CREATED, order);
        return order;
    }

    void pay(Order order, boolean held, long secondsAgo) {
        pay(order, held, now() - secondsAgo, now());
    }

    void pay(Order order, boolean held, long paidAt, long changedAt) {
        synchronized (order) {
            require(order.status() == Order.UNPAID, "order is not waiting for payment");
            order.paid(paidAt);
            var status = held ? Order.PAID_ON_HOLD : Order.TO_SHIP;
            orders(order).advance(order, status, status, changedAt);
        }
        pushes.order(Pushes.PAID, order);
    }

    void release(Order order) {
        require(order.status() == Order.PAID_ON_HOLD, "order is not on hold");
        orders(order).advance(order, Order.TO_SHIP, Order.TO_SHIP, now());
        pushes.order(Pushes.PAID, order);
    }

    void close(Order order) {
        require(order.status() == Order.UNPAID, "only an unpaid order is closed");
        orders(order).advance(order, Order.CLOSED, Order.CLOSED, now());
        order.lines().forEach(line -> line.sku().giveBack(line.quantity()));
        pushes.order(Pushes.CANCELLED, order);
    }

    void complete(Order order) {
        require(order.status() == Order.SHIPPED, "only a shipped order is completed");
        orders(order).advance(order, Order.COMPLETED, Order.COMPLETED, now());
        pushes.order(Pushes.COMPLETED, order);
    }

    /** Puts any number into the status, so that a reader meets what it does not know. */
    void force(Order order, int status) {
        orders(order).advance(order, status, status, now());
    }

    /** Called when a line has got its codes. */
    void delivered(Line line) {
        var order = market.order(line.orderId());
        boolean all;
        synchronized (order) {
            if (!order.open()) {
                return;
            }
            all = order.lines().stream().allMatch(each -> each.delivered() || each.refunded());
            var status = all ? Order.SHIPPED : Order.PARTLY_SHIPPED;
            orders(order).advance(order, status, status, now());
        }
        pushes.order(all ? Pushes.SHIPPED : Pushes.PARTLY_SHIPPED, order);
    }

    AfterSale applyForRefund(Line line) {
        var shop = market.shop(market.order(line.orderId()).shopId());
        var sale = shop.afterSales().open(market.nextId(), line, now());
        line.overlay(AfterSale.APPLIED, REFUND_WAITING);
        pushes.refund(Pushes.REFUND_APPLIED, sale);
        return sale;
    }

    /** The money goes back; the order itself moves only when its last line did. */
    void agree(AfterSale sale) {
        var line = sale.line();
        var order = market.order(line.orderId());
        step(sale, AfterSale.SUCCEEDED, REFUND_DONE, Pushes.REFUND_SUCCEEDED);
        synchronized (order) {
            if (order.lines().stream().allMatch(Line::refunded)) {
                orders(order).advance(order, Order.CLOSED, refundedFrom(order.status()), now());
            }
        }
        if (!line.delivered()) {
            line.sku().giveBack(line.quantity());
        }
    }

    void refuse(AfterSale sale) {
        step(sale, AfterSale.REFUSED, REFUND_WAITING, Pushes.REFUND_CLOSED);
    }

    void withdraw(AfterSale sale) {
        step(sale, AfterSale.CLOSED, REFUND_WAITING, Pushes.REFUND_CLOSED);
    }

    private void step(AfterSale sale, int status, int refundStatus, String topic) {
        var line = sale.line();
        var shop = market.shop(market.order(line.orderId()).shopId());
        var after = shop.afterSales().advance(sale, status, now());
        line.overlay(status, refundStatus);
        pushes.refund(topic, after);
    }

    /** The seller cannot supply: the platform gives the money back without asking. */
    void giveUp(List<Line> lines) {
        for (var line : lines) {
            if (!line.refunded()) {
                agree(applyForRefund(line));
            }
        }
    }

    private static int refundedFrom(int status) {
        return switch (status) {
            case Order.COMPLETED -> Order.REFUNDED_AFTER_RECEIPT;
            case Order.SHIPPED, Order.PARTLY_SHIPPED -> Order.REFUNDED_AFTER_SHIPPING;
            default -> Order.REFUNDED_BEFORE_SHIPPING;
        };
    }

    private Orders orders(Order order) {
        return market.shop(order.shopId()).orders();
    }

    private long now() {
        return market.clock().seconds();
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
