package io.wanqu.ordering.buyers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

import io.wanqu.customer.Bought;
import io.wanqu.customer.Bought.Found;
import io.wanqu.customer.BuyerSigns;
import io.wanqu.customer.RecogniseSales;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.EventListener;
import io.wanqu.kernel.event.StoredEvent;
import io.wanqu.ordering.OrderPlaced;

import org.springframework.stereotype.Component;

/** Has the buyers of new orders recognised, behind the sale: nothing waits for it. */
@Component
class TellWhoBought implements EventListener {

    private final List<BuyerSigns> sources;
    private final RecogniseSales recognise;

    TellWhoBought(List<BuyerSigns> sources, RecogniseSales recognise) {
        this.sources = sources;
        this.recognise = recognise;
    }

    @Override
    public String cursor() {
        return "ordering.tell-who-bought";
    }

    @Override
    public Set<Class<? extends Event>> events() {
        return Set.of(OrderPlaced.class);
    }

    @Override
    public void on(List<StoredEvent> batch) {
        var orders = batch.stream().map(event -> event.as(OrderPlaced.class))
                .map(placed -> new Bought.Order(placed.shop(), placed.order(), placed.channel())).toList();
        var found = new HashMap<OrderId, List<Found>>();
        sources.forEach(source -> source.of(orders).forEach((order, signs) -> found.computeIfAbsent(order, none -> new ArrayList<>()).addAll(signs)));
        var bought = new ArrayList<Bought>();
        for (var event : batch) {
            var placed = event.as(OrderPlaced.class);
            var signs = found.getOrDefault(placed.order(), List.of());
            if (!signs.isEmpty()) {
                bought.add(new Bought(placed.shop(), placed.order(), placed.channel(), event.at(), signs));
            }
        }
        recognise.recognise(bought);
        sources.forEach(source -> source.forget(orders));
    }
}
