package io.wanqu.ordering.settling;

import java.util.List;

import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.ordering.OrderState;
import io.wanqu.ordering.OrderingProblem;
import io.wanqu.ordering.row.Orders;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cancels an order that is not paid; what it held is free at once. */
@Service
public class CancelOrder {

    private final Orders orders;
    private final CloseOrders close;

    CancelOrder(Orders orders, CloseOrders close) {
        this.orders = orders;
        this.close = close;
    }

    @Transactional
    public void cancel(ShopId shop, OrderId id) {
        var order = orders.lock(List.of(new Orders.Key(shop, id))).get(id);
        if (order == null) {
            throw new OrderingProblem.NoSuchOrder();
        }
        if (order.state() == OrderState.CANCELED) {
            return;
        }
        if (order.state() != OrderState.PLACED) {
            throw new OrderingProblem.WrongState(order.state(), OrderState.PLACED.text());
        }
        close.unpaid(List.of(order), OrderState.CANCELED);
    }
}
