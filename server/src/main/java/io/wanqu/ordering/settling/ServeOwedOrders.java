package io.wanqu.ordering.settling;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.wanqu.inventory.StockChanged;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.EventListener;
import io.wanqu.kernel.event.StoredEvent;
import io.wanqu.ordering.row.Orders;
import io.wanqu.ordering.row.Orders.Owed;
import io.wanqu.ordering.row.Orders.PoolOf;

import org.springframework.stereotype.Component;

/** When stock comes back or comes in, serves those who have paid and wait, oldest payment first. */
@Component
class ServeOwedOrders implements EventListener {

    private static final int AT_ONCE = 500;

    private final Orders orders;
    private final CompleteOrders complete;

    ServeOwedOrders(Orders orders, CompleteOrders complete) {
        this.orders = orders;
        this.complete = complete;
    }

    @Override
    public String cursor() {
        return "ordering.serve-owed";
    }

    @Override
    public Set<Class<? extends Event>> events() {
        return Set.of(StockChanged.class);
    }

    @Override
    public void on(List<StoredEvent> batch) {
        var more = batch.stream().map(event -> event.as(StockChanged.class))
                .filter(StockChanged::more)
                .map(event -> new PoolOf(event.shop(), event.pool()))
                .collect(Collectors.toSet());
        if (!more.isEmpty()) {
            serve(more);
        }
    }

    /** Goes on as long as anything is served; those that are left wait for the next stock or their deadline. */
    private void serve(Set<PoolOf> pools) {
        Owed last = null;
        int served;
        List<Owed> owed;
        do {
            owed = orders.owed(pools, last, AT_ONCE);
            var locked = orders.lock(owed.stream().map(Owed::key).toList());
            served = complete.serve(owed.stream().map(it -> locked.get(it.key().order())).filter(order -> order.state().owes()).toList());
            last = owed.isEmpty() ? null : owed.getLast();
        } while (owed.size() == AT_ONCE && served > 0);
    }
}
