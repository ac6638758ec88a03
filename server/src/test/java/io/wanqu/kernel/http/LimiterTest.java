package io.wanqu.kernel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class LimiterTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-31T08:00:00Z"));
    private final InstantSource source = now::get;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final Limiter limiter = new Limiter(3, Duration.ofSeconds(30), clock);

    @Test
    void allows_just_as_many_as_it_should() {
        assertThat(IntStream.range(0, 5).mapToObj(i -> limiter.take("lin").allowed())).containsExactly(true, true, true, false, false);
    }

    @Test
    void says_how_many_are_left_and_when_the_next_one_comes() {
        assertThat(limiter.take("lin")).isEqualTo(new Limiter.Outcome(true, 2, 0, 10));
        limiter.take("lin");
        limiter.take("lin");

        assertThat(limiter.take("lin")).isEqualTo(new Limiter.Outcome(false, 0, 10, 30));
    }

    @Test
    void gives_permits_back_as_time_passes() {
        IntStream.range(0, 3).forEach(i -> limiter.take("lin"));

        now.updateAndGet(instant -> instant.plusSeconds(9));
        assertThat(limiter.take("lin").allowed()).isFalse();

        now.updateAndGet(instant -> instant.plusSeconds(1));
        assertThat(limiter.take("lin").allowed()).isTrue();
        assertThat(limiter.take("lin").allowed()).isFalse();
    }

    @Test
    void looks_without_taking() {
        assertThat(IntStream.range(0, 9).allMatch(i -> limiter.look("lin").allowed())).isTrue();
        IntStream.range(0, 3).forEach(i -> limiter.take("lin"));

        assertThat(limiter.look("lin")).isEqualTo(new Limiter.Outcome(false, 0, 10, 0));
    }

    @Test
    void counts_each_key_by_itself() {
        IntStream.range(0, 4).forEach(i -> limiter.take("lin"));

        assertThat(limiter.take("mei").allowed()).isTrue();
    }

    @Test
    void lets_no_more_through_when_many_come_at_once() {
        var allowed = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 200).forEach(i -> threads.submit(() -> limiter.take("lin").allowed() ? allowed.incrementAndGet() : 0));
        }

        assertThat(allowed).hasValue(3);
    }
}
