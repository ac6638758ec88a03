package io.wanqu.settlement.rate;

import java.util.List;
import java.util.Set;

import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.EventListener;
import io.wanqu.kernel.event.StoredEvent;
import io.wanqu.ordering.OrderPaid;

import org.springframework.stereotype.Component;

/** Notes for each order in a foreign currency what it was worth when it was paid. */
@Component
class KeepRates implements EventListener {

    private final Rates rates;
    private final SettlementSettings settings;

    KeepRates(Rates rates, SettlementSettings settings) {
        this.rates = rates;
        this.settings = settings;
    }

    @Override
    public String cursor() {
        return "settlement.keep-rates";
    }

    @Override
    public Set<Class<? extends Event>> events() {
        return Set.of(OrderPaid.class);
    }

    @Override
    public void on(List<StoredEvent> batch) {
        rates.keep(batch.stream()
                .map(event -> kept(event, event.as(OrderPaid.class)))
                .filter(kept -> !kept.amount().currency().getCurrencyCode().equals(settings.homeCurrency()))
                .toList(), settings.homeCurrency());
    }

    private Rates.Kept kept(StoredEvent event, OrderPaid paid) {
        var home = paid.total().currency().getCurrencyCode().equals(settings.homeCurrency());
        var rate = home ? null : rates.at(paid.total().currency(), event.at()).orElse(null);
        return new Rates.Kept(paid.shop(), paid.order().value(), paid.total(), rate, event.at());
    }
}
