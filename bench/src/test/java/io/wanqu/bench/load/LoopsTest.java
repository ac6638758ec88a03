package io.wanqu.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.Test;

class LoopsTest {

    private static final Duration NONE = Duration.ZERO;

    @Test
    void a_percentile_is_a_value_that_was_measured() {
        var latencies = new Latencies();
        for (var n = 2_000; n >= 1; n--) {
            latencies.add(n * 1_000_000L);
        }

        assertThat(latencies.count()).isEqualTo(2_000);
        assertThat(latencies.millis(50)).isEqualTo(1_000);
        assertThat(latencies.millis(99)).isEqualTo(1_980);
        assertThat(latencies.millis(100)).isEqualTo(2_000);
        assertThat(new Latencies().millis(50)).isNaN();
    }

    /** One stall of 400 ms delays ten that were meant to begin during it; a loop that waited politely would see one. */
    @Test
    void an_open_loop_charges_a_stall_to_everybody_who_came_meanwhile() {
        var gate = new Object();
        var first = new AtomicInteger();

        var outcome = new OpenLoop(50, () -> work(() -> {
            synchronized (gate) {
                if (first.getAndIncrement() == 0) {
                    LockSupport.parkNanos(Duration.ofMillis(400).toNanos());
                }
            }
        })).run(NONE, Duration.ofSeconds(1), () -> { });

        assertThat(outcome.latencies().count()).isEqualTo(50);
        assertThat(outcome.latencies().millis(75)).isGreaterThan(100);
    }

    @Test
    void a_closed_loop_counts_what_failed_apart() {
        var tries = new AtomicInteger();

        var outcome = new ClosedLoop(1, () -> work(() -> {
            LockSupport.parkNanos(1_000_000);
            if (tries.getAndIncrement() % 2 == 0) {
                throw new IllegalStateException("every second one");
            }
        })).run(NONE, Duration.ofSeconds(1), () -> { });

        assertThat(outcome.latencies().count()).isPositive();
        assertThat(outcome.failures()).isBetween(outcome.latencies().count() - 1, outcome.latencies().count() + 2);
    }

    private static Work work(Runnable once) {
        return new Work() {
            @Override
            public void once() {
                once.run();
            }

            @Override
            public void close() {
            }
        };
    }
}
