package io.wanqu.risk.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TallyTest {

    private static final long NOON = Duration.ofDays(20_000).plusHours(12).toMillis();
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    @Test
    void what_is_long_ago_counts_no_more() {
        var tally = new Tally(false);
        LongStream.range(0, 10).forEach(n -> tally.add(NOON, 0));

        assertThat(tally.of(Window.TEN_MINUTES, NOON)).isEqualTo(10);
        assertThat(tally.of(Window.TEN_MINUTES, NOON + 15 * MINUTE)).isEqualTo(5);
        assertThat(tally.of(Window.TEN_MINUTES, NOON + 20 * MINUTE)).isZero();
        assertThat(tally.of(Window.HOUR, NOON + 20 * MINUTE)).isEqualTo(10);
        assertThat(tally.of(Window.DAY, NOON + 20 * MINUTE)).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 50, 200, 500})
    void different_people_are_estimated_within_a_fifth(int people) {
        var tally = new Tally(true);
        LongStream.range(0, people).forEach(person -> {
            tally.add(NOON, person * 7_919);
            tally.add(NOON, person * 7_919);
        });

        assertThat(tally.of(Window.HOUR, NOON)).isCloseTo(people, within(Math.max(0.2, people * 0.2)));
    }

    @Test
    void one_who_comes_once_is_told_to_nobody() {
        var tally = new Tally(false);
        tally.add(NOON, 0);

        assertThat(tally.tell(Window.HOUR, NOON)).isNull();
    }

    @Test
    void two_nodes_come_to_the_same_count_and_the_same_crowd() {
        var one = new Tally(true);
        var other = new Tally(true);
        LongStream.range(0, 20).forEach(person -> one.add(NOON, person));
        LongStream.range(10, 40).forEach(person -> other.add(NOON, person));

        var fromOne = one.tell(Window.HOUR, NOON);
        var fromOther = other.tell(Window.HOUR, NOON);
        one.learn(Window.HOUR, fromOne.stretch(), 50, fromOther.bits());
        other.learn(Window.HOUR, fromOne.stretch(), 50, fromOne.bits());

        assertThat(one.of(Window.HOUR, NOON)).isEqualTo(other.of(Window.HOUR, NOON)).isCloseTo(40, within(6.0));
    }

    @Test
    void what_could_not_be_told_is_told_the_next_time() {
        var tally = new Tally(false);
        LongStream.range(0, 3).forEach(n -> tally.add(NOON, 0));
        var told = tally.tell(Window.HOUR, NOON);

        tally.keep(Window.HOUR, told);
        tally.add(NOON, 0);

        assertThat(tally.tell(Window.HOUR, NOON).count()).isEqualTo(4);
    }
}
