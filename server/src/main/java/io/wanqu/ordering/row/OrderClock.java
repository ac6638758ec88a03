package io.wanqu.ordering.row;

import java.time.Clock;
import java.time.Instant;

import io.wanqu.ordering.ChannelClock;

import org.springframework.stereotype.Component;

/** Now, and the deadlines that the policy counts from now. */
@Component
public class OrderClock {

    private final Clock clock;
    private final OrderPolicy policy;
    private final ChannelClock channels;

    OrderClock(Clock clock, OrderPolicy policy, ChannelClock channels) {
        this.clock = clock;
        this.policy = policy;
        this.channels = channels;
    }

    public Instant now() {
        return clock.instant();
    }

    public Instant owedDeadline() {
        return now().plus(policy.owedFor());
    }

    public Instant confirmDeadline(OrderRow order) {
        return now().plus(channels.confirmAfter(order.shop(), order.channel()).orElse(policy.confirmAfter()));
    }

    public Instant refundDeadline() {
        return now().plus(policy.refundWithin());
    }
}
