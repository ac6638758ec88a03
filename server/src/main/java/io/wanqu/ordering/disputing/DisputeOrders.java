package io.wanqu.ordering.disputing;

import java.time.Instant;
import java.util.List;

import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.ordering.OrderState;
import io.wanqu.ordering.OrderingProblem;
import io.wanqu.ordering.refunding.RefundOrder;
import io.wanqu.ordering.row.OrderClock;
import io.wanqu.ordering.row.OrderRow;
import io.wanqu.ordering.row.Orders;
import io.wanqu.ordering.row.Orders.Move;
import io.wanqu.ordering.settling.CloseOrders;
import io.wanqu.ordering.settling.DrawTime;
import io.wanqu.payment.Refunds;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Holds the money of an order back while somebody complains, and lets it go on when that is over; all in the caller's transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class DisputeOrders {

    private final Orders orders;
    private final CloseOrders close;
    private final RefundOrder refundOrder;
    private final OrderClock time;
    private final DrawTime drawTime;
    private final JdbcClient jdbc;

    DisputeOrders(Orders orders, CloseOrders close, RefundOrder refundOrder, OrderClock time, DrawTime drawTime,
            JdbcClient jdbc) {
        this.orders = orders;
        this.close = close;
        this.refundOrder = refundOrder;
        this.time = time;
        this.drawTime = drawTime;
        this.jdbc = jdbc;
    }

    /** Whoever decides about an order's complaint takes this first, before the complaint itself. */
    public DisputedOrder lock(ShopId shop, OrderId number) {
        return shown(row(shop, number));
    }

    /**
     * Money of an order that nobody complained about yet stays where it is from now on.
     *
     * @param until when whoever looks into it is done, whatever happens
     */
    public void dispute(ShopId shop, OrderId number, Instant until) {
        var order = row(shop, number);
        if (!order.state().handedOver() && order.state() != OrderState.CONFIRMED) {
            throw new OrderingProblem.WrongState(order.state(), "delivered, replaced or confirmed");
        }
        orders.move(List.of(Move.to(OrderState.DISPUTED, order, until)));
    }

    /** The complaint is over: the order goes on where it was, with a clock of its own. An order that ended meanwhile stays so. */
    public void goOn(ShopId shop, OrderId number, boolean replaced) {
        var order = row(shop, number);
        if (order.state() == OrderState.DISPUTED) {
            orders.move(List.of(switch (settlement(order)) {
                case "released" -> Move.to(OrderState.CONFIRMED, order, drawTime.of(shop));
                case "available" -> Move.to(OrderState.CONFIRMED, order, null);
                default -> Move.to(replaced ? OrderState.REPLACED : OrderState.DELIVERED, order, time.confirmDeadline(order));
            }));
        }
    }

    /** A verdict for the shop ends its waiting too. */
    public void release(ShopId shop, OrderId number) {
        var order = row(shop, number);
        if (order.state() == OrderState.DISPUTED && settlement(order).equals("frozen")) {
            close.decided(List.of(order));
        } else {
            goOn(shop, number, false);
        }
    }

    /** Asks for the money's return, once for the same reason; what is more than is left is refused. */
    public Refunds.View refund(ShopId shop, OrderId number, long minor, String reason, String by) {
        return refundOrder.refund(shop, number, new RefundOrder.Wish(minor, reason, by));
    }

    private OrderRow row(ShopId shop, OrderId number) {
        var order = orders.lock(List.of(new Orders.Key(shop, number))).get(number);
        if (order == null) {
            throw new OrderingProblem.NoSuchOrder();
        }
        return order;
    }

    private String settlement(OrderRow order) {
        return jdbc.sql("select settlement_state from ordering.customer_order where shop_id = :shop and order_id = :order")
            .param("shop", order.shop().value())
            .param("order", order.id().value())
            .query(String.class)
            .single();
    }

    private static DisputedOrder shown(OrderRow order) {
        return new DisputedOrder(order.shop(), order.id(), order.channel(), order.state(), order.total(), order.lines().stream()
                .map(line -> new DisputedOrder.Line(line.number(), line.sku(), line.pool(), line.name(), line.quantity(), line.unit(),
                        line.amount(), line.state().equals(OrderRow.Line.DELIVERED)))
                .toList());
    }
}
