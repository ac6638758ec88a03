package io.wanqu.ordering;

import java.time.Clock;
import java.time.Instant;

import org.springframework.stereotype.Component;

/** Now, and the deadlines that the policy counts from now. */
@Component
class OrderClock {

    private final Clock clock;
    private final OrderPolicy policy;

    OrderClock(Clock clock, OrderPolicy policy) {
        this.clock = clock;
        this.policy = policy;
    }

    Instant now() {
        return clock.instant();
    }

    Instant owedDeadline() {
        return now().plus(policy.owedFor());
    }

    Instant confirmDeadline() {
        return now().plus(policy.confirmAfter());
    }

    Instant refundDeadline() {
        return now().plus(policy.refundWithin());
    }
}
