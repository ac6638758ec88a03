package io.wanqu.channel.account;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.wanqu.channel.ChannelSettings;
import io.wanqu.connector.Capabilities;
import io.wanqu.connector.ConnectorException;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the guards: a breaker and a bulkhead for each shop's channel, a budget for each application. */
@Component
class CallGuards {

    private static final int WINDOW = 16;
    private static final int CALLS_MIN = 8;
    private static final int FAILED_PERCENT = 50;
    private static final double DOUBLES = 2;
    private static final double JITTER = 0.5;
    /** Of the calls at once, so many are kept for reading pages of orders. */
    private static final int FRONT = 1;

    private final JdbcClient jdbc;
    private final ChannelSettings settings;
    private final Clock clock;
    private final Map<String, CallBudget> budgets = new ConcurrentHashMap<>();

    CallGuards(JdbcClient jdbc, ChannelSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    CallGuard guard(Channel channel, Capabilities capabilities) {
        var calls = settings.calls();
        var breaker = CircuitBreakerConfig.custom()
                .slidingWindowSize(WINDOW)
                .minimumNumberOfCalls(CALLS_MIN)
                .failureRateThreshold(FAILED_PERCENT)
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitIntervalFunctionInOpenState(
                        IntervalFunction.ofExponentialRandomBackoff(calls.retryFirst(), DOUBLES, JITTER, calls.retryMax()))
                .recordException(e -> e instanceof ConnectorException trouble && trouble.remedy() == ConnectorException.Remedy.RETRY)
                .build();
        var usual = bulkhead(channel, Math.max(1, calls.atOnce() - FRONT));
        var front = calls.atOnce() > FRONT ? bulkhead(channel, FRONT) : usual;
        return new CallGuard(CircuitBreaker.of(channel.key().toString(), breaker), usual, front,
                budget(channel, capabilities), clock, calls.retryFirst());
    }

    private Bulkhead bulkhead(Channel channel, int atOnce) {
        return Bulkhead.of(channel.key().toString(),
                BulkheadConfig.custom().maxConcurrentCalls(atOnce).maxWaitDuration(settings.lease()).build());
    }

    private CallBudget budget(Channel channel, Capabilities capabilities) {
        var appKey = channel.account().appKey();
        return budgets.computeIfAbsent(channel.kind() + "/" + appKey,
                name -> new CallBudget(jdbc, channel.kind(), appKey, capabilities.access().callsPerSecond()));
    }
}
