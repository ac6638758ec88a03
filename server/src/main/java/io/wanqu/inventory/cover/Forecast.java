package io.wanqu.inventory.cover;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * For how long a pool lasts.
 *
 * @param perDayHundredths how many a day are expected over the next week
 * @param coverHours absent where nobody can say, because it lasts for months or nothing is sold
 * @param suggested  how many to load, so that it lasts for the days that the rule names once they have arrived
 */
record Forecast(long perDayHundredths, @Nullable Integer coverHours, long suggested, boolean low) {

    private static final int DAYS_OF_WEEK = 7;
    private static final int HUNDRED = 100;

    static Forecast of(Pace pace, long available, CoverSettings.Rule rule, Instant now) {
        var cover = pace.cover(available, now);
        var wanted = Math.ceil(pace.expected(now, rule.leadHours() + rule.restockDays() * 24)) + rule.minimum();
        return new Forecast(Math.round(pace.expected(now, Pace.HOURS_OF_WEEK) * HUNDRED / DAYS_OF_WEEK), cover,
                Math.max(0, (long) wanted - available), available <= rule.minimum() || cover != null && cover <= rule.leadHours());
    }

    @Nullable Instant dryAt(Instant now) {
        return coverHours == null ? null : now.plus(coverHours, ChronoUnit.HOURS);
    }
}
