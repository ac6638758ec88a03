package io.wanqu.ordering.row;

import java.time.Clock;
import java.time.Instant;

import org.springframework.stereotype.Component;

/** Now, and the deadlines that the policy counts from now. */
@Component
public class OrderClock {

    private final Clock clock;
    private final OrderPolicy policy;

    OrderClock(Clock clock, OrderPolicy policy) {
        this.clock = clock;
        this.policy = policy;
    }

    public Instant now() {
        return clock.instant();
    }

    public Instant owedDeadline() {
        return now().plus(policy.owedFor());
    }

    public Instant confirmDeadline() {
        return now().plus(policy.confirmAfter());
    }

    public Instant refundDeadline() {
        return now().plus(policy.refundWithin());
    }
}
