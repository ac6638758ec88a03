package io.wanqu.channel.intake;

import java.time.Clock;
import java.util.List;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.queue.Wake;

import org.springframework.stereotype.Component;

/** Once more is listed, gives orders that could not be taken another chance. */
@Component
public class ReadUnmappedAgain {

    private final ExternalOrders external;
    private final Inbox inbox;
    private final Wake wake;
    private final Clock clock;

    ReadUnmappedAgain(ExternalOrders external, Inbox inbox, Wake wake, Clock clock) {
        this.external = external;
        this.inbox = inbox;
        this.wake = wake;
        this.clock = clock;
    }

    /** Reads one order again and believes what it says, even if it was seen before; inside the caller's transaction. */
    public void readAgain(ChannelKey key, String order) {
        external.forget(key, order);
        inbox.again(key, List.of(order), "repair", clock.instant());
        wake.afterCommit();
    }

    /** Inside the caller's transaction. */
    public void readAgain(ChannelKey key) {
        inbox.again(key, external.unmapped(key), "mapped", clock.instant());
        wake.afterCommit();
    }
}
