package io.wanqu.channel.supply;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.EventListener;
import io.wanqu.kernel.event.StoredEvent;
import io.wanqu.ordering.ChannelOrderQueries;
import io.wanqu.ordering.OrderClosed;
import io.wanqu.ordering.OrderGivenUp;

import org.springframework.stereotype.Component;

/** Gives a buying channel its credit back when what it bought did not come. */
@Component
class ReturnCredit implements EventListener {

    private final ChannelOrderQueries orders;
    private final SupplyOrders supplied;
    private final Credit credit;

    ReturnCredit(ChannelOrderQueries orders, SupplyOrders supplied, Credit credit) {
        this.orders = orders;
        this.supplied = supplied;
        this.credit = credit;
    }

    @Override
    public String cursor() {
        return "channel.return-credit";
    }

    @Override
    public Set<Class<? extends Event>> events() {
        return Set.of(OrderClosed.class, OrderGivenUp.class);
    }

    @Override
    public void on(List<StoredEvent> batch) {
        var byChannel = new LinkedHashMap<ChannelKey, Set<OrderId>>();
        for (var event : batch) {
            if (event.is(OrderClosed.class)) {
                var it = event.as(OrderClosed.class);
                byChannel.computeIfAbsent(new ChannelKey(it.shop(), it.channel()), key -> new LinkedHashSet<>()).add(it.order());
            } else {
                var it = event.as(OrderGivenUp.class);
                byChannel.computeIfAbsent(new ChannelKey(it.shop(), it.channel()), key -> new LinkedHashSet<>()).add(it.order());
            }
        }
        byChannel.forEach((key, ids) -> {
            var numbers = orders.lines(key.shop(), ids).stream().map(ChannelOrderQueries.Line::externalOrder).distinct().toList();
            var back = numbers.isEmpty() ? 0 : supplied.returned(key, numbers);
            if (back > 0) {
                credit.use(key, -back);
            }
        });
    }
}
