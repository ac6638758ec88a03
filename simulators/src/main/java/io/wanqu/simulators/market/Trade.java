package io.wanqu.simulators.market;

import io.wanqu.simulators.market.AfterSales.AfterSale;
import io.wanqu.simulators.market.AfterSales.AfterSale.Step;
import io.wanqu.simulators.market.News.What;
import io.wanqu.simulators.market.Order.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What buyers do and what the platform does of itself: the life of an order. */
public final class Trade {

    private final Market market;
    private volatile Consumer<News> listener = _ -> { };

    Trade(Market market) {
        this.market = market;
    }

    void listen(Consumer<News> to) {
        listener = to;
    }

    /** Places an order, or answers null when the shelf has too little; ordering takes from the stock. */
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
        tell(What.CREATED, order);
        return order;
    }

    void pay(Order order, boolean held, long paidAt, long changedAt) {
        synchronized (order) {
            require(order.state() == State.UNPAID, "order is not waiting for payment");
            order.paid(paidAt);
            orders(order).advance(order, held ? State.HELD : State.PAID, changedAt);
        }
        tell(What.PAID, order);
    }

    void release(Order order) {
        require(order.state() == State.HELD, "order is not on hold");
        orders(order).advance(order, State.PAID, now());
        tell(What.PAID, order);
    }

    public void close(Order order) {
        require(order.state() == State.UNPAID, "only an unpaid order is closed");
        orders(order).advance(order, State.CLOSED, now());
        order.lines().forEach(line -> line.sku().giveBack(line.quantity()));
        tell(What.CANCELLED, order);
    }

    void complete(Order order) {
        require(order.state() == State.SHIPPED, "only a shipped order is completed");
        orders(order).advance(order, State.COMPLETED, now());
        tell(What.COMPLETED, order);
    }

    /** Puts any word into the status, so that a reader meets what it does not know. */
    void say(Order order, String status) {
        order.say(status);
        orders(order).advance(order, order.state(), now());
    }

    /** A line has got all that it needs; its order moves with it. */
    public void ship(Line line) {
        var order = market.order(line.orderId());
        boolean all;
        synchronized (order) {
            line.ship();
            if (!order.open()) {
                return;
            }
            all = order.lines().stream().allMatch(each -> each.shipped() || each.refunded());
            orders(order).advance(order, all ? State.SHIPPED : State.PART_SHIPPED, now());
        }
        tell(all ? What.SHIPPED : What.PART_SHIPPED, order);
    }

    public AfterSale applyForRefund(Line line) {
        var order = market.order(line.orderId());
        var sale = market.shop(order.shopId()).afterSales().open(market.nextId(), line, now());
        line.overlay(sale);
        touch(order);
        listener.accept(new News(What.REFUND_APPLIED, order, sale));
        return sale;
    }

    /** The money goes back; the order itself moves only when its last line did. */
    public void agree(AfterSale sale) {
        var line = sale.line();
        var order = market.order(line.orderId());
        step(sale, Step.AGREED, What.REFUND_AGREED);
        synchronized (order) {
            if (order.lines().stream().allMatch(Line::refunded)) {
                orders(order).advance(order, State.CLOSED, now());
            }
        }
        if (!line.shipped()) {
            line.sku().giveBack(line.quantity());
        }
    }

    public void refuse(AfterSale sale) {
        step(sale, Step.REFUSED, What.REFUND_REFUSED);
    }

    public void withdraw(AfterSale sale) {
        step(sale, Step.WITHDRAWN, What.REFUND_WITHDRAWN);
    }

    private void step(AfterSale sale, Step step, What what) {
        var line = sale.line();
        var order = market.order(line.orderId());
        var after = market.shop(order.shopId()).afterSales().advance(sale, step, now());
        line.overlay(after);
        touch(order);
        listener.accept(new News(what, order, after));
    }

    /** The seller cannot supply: the platform gives the money back without asking. */
    public void giveUp(List<Line> lines) {
        for (var line : lines) {
            if (!line.refunded()) {
                agree(applyForRefund(line));
            }
        }
    }

    private void touch(Order order) {
        if (market.rules().refundMovesOrder()) {
            orders(order).advance(order, order.state(), now());
        }
    }

    private void tell(What what, Order order) {
        listener.accept(new News(what, order, null));
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
