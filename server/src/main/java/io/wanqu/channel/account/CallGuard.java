package io.wanqu.channel.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.wanqu.connector.ConnectorException;

import org.jspecify.annotations.Nullable;

/** Stands before every call of this node to one shop's channel: a few at once, none while it is ill, within its budget. */
final class CallGuard {

    /** The channel was not asked at all, so this says nothing new of it. */
    static final String BREAKER_OPEN = "breaker-open";
    private static final Duration FULL_PAUSE = Duration.ofSeconds(1);

    private final CircuitBreaker breaker;
    private final Bulkhead usual;
    private final Bulkhead front;
    private final CallBudget budget;
    private final Clock clock;
    private final Duration openPause;
    private volatile @Nullable Instant answeredAt;

    CallGuard(CircuitBreaker breaker, Bulkhead usual, Bulkhead front, CallBudget budget, Clock clock, Duration openPause) {
        this.breaker = breaker;
        this.usual = usual;
        this.front = front;
        this.budget = budget;
        this.clock = clock;
        this.openPause = openPause;
    }

    <T> T call(Supplier<T> verb) {
        return call(usual, verb);
    }

    /** By a door of its own, so that one call which finds a hundred orders does not queue behind a hundred that tell of one. */
    <T> T callAhead(Supplier<T> verb) {
        return call(front, verb);
    }

    private <T> T call(Bulkhead bulkhead, Supplier<T> verb) {
        try {
            return bulkhead.executeSupplier(() -> breaker.executeSupplier(() -> {
                budget.take();
                return answered(verb.get());
            }));
        } catch (CallNotPermittedException e) {
            throw ConnectorException.limited(BREAKER_OPEN, "", openPause);
        } catch (BulkheadFullException e) {
            throw ConnectorException.limited("too-many-calls", "", FULL_PAUSE);
        }
    }

    /** Opens the breaker for a while that was decided elsewhere, or learnt from another node. */
    void rest(Duration pause) {
        if (pause.toMillis() > 0) {
            breaker.transitionToOpenStateFor(pause);
        }
    }

    /** All nodes rest until the same moment; after it, or when another node found the channel well, one call may try. */
    void probe(@Nullable Instant resumeAt) {
        if (breaker.getState() == CircuitBreaker.State.OPEN && (resumeAt == null || !resumeAt.isAfter(clock.instant()))) {
            breaker.transitionToHalfOpenState();
        }
    }

    void recovered() {
        if (breaker.getState() != CircuitBreaker.State.CLOSED) {
            breaker.transitionToClosedState();
        }
    }

    String breaker() {
        return breaker.getState().name().toLowerCase(Locale.ROOT);
    }

    /** When the channel last answered this node. */
    @Nullable Instant answeredAt() {
        return answeredAt;
    }

    <T> T answered(T answer) {
        answeredAt = clock.instant();
        return answer;
    }
}
