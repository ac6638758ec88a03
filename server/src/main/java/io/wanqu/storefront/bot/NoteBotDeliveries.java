package io.wanqu.storefront.bot;

import java.util.List;
import java.util.Set;

import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.EventListener;
import io.wanqu.kernel.event.StoredEvent;
import io.wanqu.ordering.OrderDelivered;

import org.springframework.stereotype.Component;

/** Writes down that codes of a bot's orders are to be told. */
@Component
class NoteBotDeliveries implements EventListener {

    private final BotMessages messages;

    NoteBotDeliveries(BotMessages messages) {
        this.messages = messages;
    }

    @Override
    public String cursor() {
        return "storefront.bot-deliveries";
    }

    @Override
    public Set<Class<? extends Event>> events() {
        return Set.of(OrderDelivered.class);
    }

    @Override
    public void on(List<StoredEvent> batch) {
        messages.delivered(batch.stream().map(event -> event.as(OrderDelivered.class)).toList());
    }
}
