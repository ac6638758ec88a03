package io.wanqu.ordering.placing;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

import io.wanqu.kernel.event.EventLog;
import io.wanqu.ordering.OrderPlaced;

import org.springframework.stereotype.Component;

/** Writes new orders of a channel down; an unpaid one holds stock if it can, because the channel has promised it already. */
@Component
public class ChannelDrafts {

    private final HoldDrafts hold;
    private final WriteDrafts write;
    private final EventLog events;

    ChannelDrafts(HoldDrafts hold, WriteDrafts write, EventLog events) {
        this.hold = hold;
        this.write = write;
        this.events = events;
    }

    public void write(List<Draft> drafts, Predicate<Draft> awaited, Instant until) {
        hold.holdFor(drafts.stream().filter(awaited).toList(), until);
        drafts.forEach(draft -> draft.payUntil = until);
        write.write(drafts);
        events.append(drafts.stream()
                .map(draft -> new OrderPlaced(draft.shop, draft.order, draft.channel, draft.total()))
                .toList());
    }
}
