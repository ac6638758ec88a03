package io.wanqu.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The small values that everything counts with: money, identifiers, pages. */
class MoneyTest {

    @Test
    void is_written_with_the_digits_of_its_currency() {
        assertThat(Money.of(990, "CNY")).hasToString("9.90 CNY");
        assertThat(Money.of(990, "JPY")).hasToString("990 JPY");
        assertThat(Money.of(-5, "CNY")).hasToString("-0.05 CNY");
    }

    @Test
    void adds_and_multiplies_exactly() {
        assertThat(Money.of(990, "CNY").plus(Money.of(10, "CNY")).times(3).minus(Money.of(1, "CNY"))).isEqualTo(Money.of(2_999, "CNY"));
    }

    @Test
    void overflows_loudly_and_mixes_no_currencies() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Money.of(Long.MAX_VALUE, "CNY").plus(Money.of(1, "CNY")));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Money.of(Long.MAX_VALUE / 2, "CNY").times(3));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Money.of(1, "CNY").minus(Money.of(1, "USD")));
    }

    @Test
    void identifiers_rise_and_never_repeat_even_when_the_clock_stands_still() throws Exception {
        var ids = Ids.of(Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC), 7);
        var drawn = ConcurrentHashMap.<Long>newKeySet();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(IntStream.range(0, 8).mapToObj(n -> java.util.concurrent.Executors.callable(
                    () -> LongStream.range(0, 5_000).forEach(it -> drawn.add(ids.next())))).toList())) {
                done.get();
            }
        }

        assertThat(drawn).hasSize(40_000).allSatisfy(id -> assertThat((id >>> 12) & 1023).isEqualTo(7));
        assertThat(ids.next()).isGreaterThan(drawn.stream().mapToLong(Long::longValue).max().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1.5", "12a", "99999999999999999999", " 7"})
    void what_is_not_a_positive_whole_number_is_no_identifier(String text) {
        assertThatExceptionOfType(KernelProblem.InvalidId.class).isThrownBy(() -> Id.parse("order", text))
                .satisfies(refusal -> assertThat(refusal.facts()).containsEntry("field", "order"));
    }

    @Test
    void a_page_says_where_to_go_on_unless_it_is_the_last() {
        var rows = List.of(1L, 2L, 3L);

        assertThat(Page.of(rows, 2, Long::longValue)).isEqualTo(new Page<>(List.of(1L, 2L), "2"));
        assertThat(Page.of(rows, 3, Long::longValue)).isEqualTo(new Page<>(rows, null));
        assertThat(new HashSet<>(Page.of(List.<Long>of(), 3, Long::longValue).items())).isEmpty();
    }
}
