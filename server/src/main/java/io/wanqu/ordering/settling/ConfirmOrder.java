package io.wanqu.ordering.settling;

import java.util.List;

import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.ordering.OrderState;
import io.wanqu.ordering.OrderingProblem;
import io.wanqu.ordering.row.Orders;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Releases the money of a delivered order before its time: the buyer says that it is good, or a verdict does. */
@Service
public class ConfirmOrder {

    private final Orders orders;
    private final CloseOrders close;

    ConfirmOrder(Orders orders, CloseOrders close) {
        this.orders = orders;
        this.close = close;
    }

    /** Confirmed again it stays as it is. */
    @Transactional
    public void confirm(ShopId shop, OrderId id) {
        var order = orders.lock(List.of(new Orders.Key(shop, id))).get(id);
        if (order == null) {
            throw new OrderingProblem.NoSuchOrder();
        }
        if (order.state() == OrderState.CONFIRMED) {
            return;
        }
        if (!order.state().handedOver()) {
            throw new OrderingProblem.WrongState(order.state(), OrderState.DELIVERED.text());
        }
        close.confirmed(List.of(order));
    }

    /** A dispute was decided for the shop. */
    @Transactional
    public void decideForShop(ShopId shop, OrderId id) {
        var order = orders.lock(List.of(new Orders.Key(shop, id))).get(id);
        if (order == null) {
            throw new OrderingProblem.NoSuchOrder();
        }
        if (order.state() != OrderState.DISPUTED && order.state() != OrderState.DELIVERED) {
            throw new OrderingProblem.WrongState(order.state(), OrderState.DISPUTED.text());
        }
        close.decided(List.of(order));
    }
}
