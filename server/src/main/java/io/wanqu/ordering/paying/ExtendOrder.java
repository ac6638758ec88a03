package io.wanqu.ordering.paying;

import java.time.Duration;
import java.util.List;

import io.wanqu.inventory.HoldStock;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.ordering.OrderState;
import io.wanqu.ordering.OrderingProblem;
import io.wanqu.ordering.row.OrderClock;
import io.wanqu.ordering.row.Orders;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a buyer who needs longer to pay more time, once; what is held for him is held for as much longer. */
@Service
class ExtendOrder {

    private static final Duration MOST = Duration.ofHours(1);

    private final Orders orders;
    private final HoldStock holdStock;
    private final OrderClock time;

    ExtendOrder(Orders orders, HoldStock holdStock, OrderClock time) {
        this.orders = orders;
        this.holdStock = holdStock;
        this.time = time;
    }

    /** Whoever is first of this, the payment and the clock has the order; the others find what it left. */
    @Transactional
    public void extend(ShopId shop, OrderId id) {
        var key = new Orders.Key(shop, id);
        var order = orders.lock(List.of(key)).get(id);
        if (order == null) {
            throw new OrderingProblem.NoSuchOrder();
        }
        if (order.state() != OrderState.PLACED) {
            throw new OrderingProblem.WrongState(order.state(), OrderState.PLACED.text());
        }
        if (order.deadline() == null || !order.deadline().isAfter(time.now())) {
            throw new OrderingProblem.WrongState(OrderState.EXPIRED, OrderState.PLACED.text());
        }
        var by = holdStock.extend(shop, id.value(), MOST).orElseThrow(OrderingProblem.NoMoreTime::new);
        if (!orders.extend(key, by, time.now())) {
            throw new OrderingProblem.NoMoreTime();
        }
    }
}
