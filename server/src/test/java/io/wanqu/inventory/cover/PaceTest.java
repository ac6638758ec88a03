package io.wanqu.inventory.cover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final CoverSettings.Rule RULE = new CoverSettings.Rule(72, 14, 0);

    @Test
    void says_nothing_of_a_pool_that_never_sold() {
        var pace = Pace.begin(0, MONDAY);

        assertThat(pace.cover(10, MONDAY)).isNull();
        assertThat(Forecast.of(pace, 10, RULE, MONDAY).low()).isFalse();
    }

    @Test
    void learns_a_steady_pace_within_a_week() {
        var pace = sellHourly(Pace.begin(0, MONDAY), 7 * 24, 2);

        var cover = pace.cover(2 * 100, MONDAY.plus(Duration.ofDays(7)));

        assertThat(cover).isBetween(85, 130);
    }

    @Test
    void knows_evenings_from_mornings() {
        var pace = Pace.begin(0, MONDAY);
        var sold = 0L;
        var now = MONDAY;
        for (var hour = 0; hour < 4 * 168; hour++) {
            sold += hour % 24 == 20 ? 24 : 0;
            now = now.plus(Duration.ofHours(1));
            pace = pace.count(sold, now.minusSeconds(1));
        }
        pace = pace.count(sold, now);

        assertThat(pace.expected(now, 20)).isLessThan(4);
        assertThat(pace.expected(now, 21)).isBetween(15.0, 26.0);
    }

    @Test
    void sees_a_rush_before_the_hour_is_over() {
        var pace = Pace.begin(0, MONDAY);
        var sold = 0L;
        for (var minute = 1; minute <= 20; minute++) {
            sold += 5;
            pace = pace.count(sold, MONDAY.plus(Duration.ofMinutes(minute)));
        }

        assertThat(pace.cover(50, MONDAY.plus(Duration.ofMinutes(20)))).isLessThan(2);
        assertThat(pace.cover(100_000, MONDAY.plus(Duration.ofMinutes(20)))).isNull();
    }

    @Test
    void forgets_a_rush_that_is_over() {
        var pace = Pace.begin(0, MONDAY).count(100, MONDAY.plus(Duration.ofMinutes(1)));

        assertThat(pace.expected(MONDAY.plus(Duration.ofHours(12)), 1)).isLessThan(1);
    }

    @Test
    void does_not_take_returns_for_sales() {
        var pace = Pace.begin(10, MONDAY).count(4, MONDAY.plus(Duration.ofMinutes(1)));

        assertThat(pace.inHour()).isZero();
        assertThat(pace.count(5, MONDAY.plus(Duration.ofMinutes(2))).inHour()).isEqualTo(1);
    }

    @Test
    void alerts_before_a_pool_runs_dry_and_says_how_much_to_load() {
        var pace = sellHourly(Pace.begin(0, MONDAY), 14 * 24, 1);
        var now = MONDAY.plus(Duration.ofDays(14));

        var enough = Forecast.of(pace, 24 * 10, RULE, now);
        var low = Forecast.of(pace, 60, RULE, now);

        assertThat(enough.low()).isFalse();
        assertThat(low.low()).isTrue();
        assertThat(low.coverHours()).isBetween(50, 72);
        assertThat(low.suggested()).isBetween(300L, 360L);
    }

    @Test
    void is_through_a_year_of_silence_at_once() {
        var pace = sellHourly(Pace.begin(0, MONDAY), 168, 5);
        var later = MONDAY.plus(Duration.ofDays(372));

        var quiet = pace.count(pace.counted(), later);

        assertThat(quiet.hour()).isEqualTo(later);
        assertThat(quiet.expected(later, 24)).isLessThan(pace.expected(MONDAY.plus(Duration.ofDays(7)), 24));
    }

    private static Pace sellHourly(Pace from, int hours, int each) {
        var pace = from;
        for (var hour = 1; hour <= hours; hour++) {
            pace = pace.count((long) hour * each, MONDAY.plus(Duration.ofHours(hour)).minusSeconds(1));
        }
        return pace.count((long) hours * each, MONDAY.plus(Duration.ofHours(hours)));
    }
}
