package io.wanqu.ordering.reviewing;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.wanqu.kernel.event.Event;
import io.wanqu.kernel.event.EventListener;
import io.wanqu.kernel.event.StoredEvent;
import io.wanqu.ordering.OrderClosed;
import io.wanqu.ordering.OrderState;
import io.wanqu.risk.TellOutcome;

import org.springframework.stereotype.Component;

/** Counts orders that were never paid against whoever placed them. */
@Component
class NoteUnpaid implements EventListener {

    private final TellOutcome tell;

    NoteUnpaid(TellOutcome tell) {
        this.tell = tell;
    }

    @Override
    public String cursor() {
        return "ordering.note-unpaid";
    }

    @Override
    public Set<Class<? extends Event>> events() {
        return Set.of(OrderClosed.class);
    }

    @Override
    public void on(List<StoredEvent> batch) {
        batch.stream().map(event -> event.as(OrderClosed.class))
                .filter(closed -> closed.state() == OrderState.EXPIRED)
                .collect(Collectors.groupingBy(OrderClosed::shop, Collectors.mapping(closed -> closed.order().value(), Collectors.toList())))
                .forEach(tell::unpaid);
    }
}
