package io.wanqu.ordering;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.wanqu.inventory.StockChanged;
import io.wanqu.kernel.PoolId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.EventListener;
import io.wanqu.kernel.event.StoredEvent;

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
        Map<ShopId, Set<PoolId>> more = batch.stream().map(event -> event.as(StockChanged.class))
                .filter(StockChanged::more)
                .collect(Collectors.groupingBy(StockChanged::shop, Collectors.mapping(StockChanged::pool, Collectors.toSet())));
        more.forEach(this::serve);
    }

    /** Goes on while whole batches are served; those that are left wait for the next stock or their deadline. */
    private void serve(ShopId shop, Set<PoolId> pools) {
        int served;
        do {
            var owed = orders.owed(shop, pools, AT_ONCE);
            served = owed.isEmpty() ? 0
                    : complete.serve(orders.lock(owed).values().stream().filter(order -> order.state().owes()).toList());
        } while (served == AT_ONCE);
    }
}
