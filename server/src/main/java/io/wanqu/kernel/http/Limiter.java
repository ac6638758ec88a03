package io.wanqu.kernel.http;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

/**
 * Allows so many acts in a period for each key, on this node. It keeps a bounded number of keys, so that a flood of new
 * ones can't fill the memory.
 */
public final class Limiter {

    private static final int KEYS_MAX = 100_000;

    private final LoadingCache<String, Bucket> buckets;

    public Limiter(int permits, Duration period, Clock clock) {
        var meter = new ClockMeter(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(KEYS_MAX)
                .expireAfterAccess(period.multipliedBy(2))
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(permits).refillGreedy(permits, period))
                        .withCustomTimePrecision(meter)
                        .build());
    }

    /** Takes one permit, if there is one. */
    public Outcome take(String key) {
        var probe = buckets.get(key).tryConsumeAndReturnRemaining(1);
        return new Outcome(probe.isConsumed(), probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForRefill()), seconds(probe.getNanosToWaitForReset()));
    }

    /** Looks without taking: how it would end if one permit were taken now. */
    public Outcome look(String key) {
        var bucket = buckets.get(key);
        var probe = bucket.estimateAbilityToConsume(1);
        return new Outcome(probe.canBeConsumed(), probe.getRemainingTokens(), seconds(probe.getNanosToWaitForRefill()), 0);
    }

    /** Gives a permit back that turned out not to be needed. */
    public void giveBack(String key) {
        buckets.get(key).addTokens(1);
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1));
    }

    /**
     * How it ended.
     *
     * @param retryAfterSeconds when the next permit comes; 0 where this one was allowed
     * @param resetSeconds      when all permits are back
     */
    public record Outcome(boolean allowed, long remaining, long retryAfterSeconds, long resetSeconds) {
    }

    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
