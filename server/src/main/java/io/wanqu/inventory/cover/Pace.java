package io.wanqu.inventory.cover;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * How fast a pool sells. Each hour of the week has a rate of its own, because evenings and weekends differ; it moves half
 * of the way to what was seen last. What nobody has seen yet sells as all hours together do, and those begin at nothing: one
 * busy first hour says little. A rush of the last minutes counts on top and fades by half every hour.
 *
 * @param weekMilli thousandths of a unit an hour, Monday midnight UTC first; -1 for an hour that was not seen yet
 */
record Pace(long counted, Instant countedAt, Instant hour, long inHour, int hoursSeen, long overallMilli, long recentMilli, long[] weekMilli) {

    static final int HOURS_OF_WEEK = 168;
    /** Beyond this nobody can say. */
    static final int HOURS_MAX = 60 * 24;

    private static final int UNSEEN = -1;
    private static final double MILLI = 1_000;
    private static final double WEIGHT_OF_LAST = 0.5;
    /** What is known before anything was seen weighs as much as a day of silence. */
    private static final int HOURS_OF_SILENCE = 24;
    private static final double SECONDS_OF_HOUR = 3_600;
    private static final double SECONDS_MIN = 60;

    static Pace begin(long sold, Instant now) {
        var unseen = new long[HOURS_OF_WEEK];
        Arrays.fill(unseen, UNSEEN);
        return new Pace(sold, now, now.truncatedTo(ChronoUnit.HOURS), 0, 0, 0, 0, unseen);
    }

    /** What the counter tells now; units that came back are no sales. */
    Pace count(long sold, Instant now) {
        var folded = fold(now.truncatedTo(ChronoUnit.HOURS));
        var more = Math.max(0, sold - counted);
        var seconds = Math.max(SECONDS_MIN, Duration.between(countedAt, now).toSeconds());
        var kept = Math.pow(0.5, seconds / SECONDS_OF_HOUR);
        var recent = recentMilli * kept + (1 - kept) * more * MILLI * SECONDS_OF_HOUR / seconds;
        return new Pace(sold, now, folded.hour, folded.inHour + more, folded.hoursSeen, folded.overallMilli, Math.round(recent), folded.weekMilli);
    }

    /** Whether there is anything to fold or to forecast. */
    boolean idle() {
        return inHour == 0 && overallMilli == 0 && recentMilli == 0;
    }

    /** Closes the hours that have ended. After a longer silence each hour of the week was seen without a sale once. */
    private Pace fold(Instant current) {
        var week = weekMilli;
        var overall = overallMilli;
        var seen = hoursSeen;
        var sales = inHour;
        var closed = hour;
        if (closed.isBefore(current)) {
            week = weekMilli.clone();
        }
        var skipped = Duration.between(closed, current).toHours() - HOURS_OF_WEEK;
        for (; closed.isBefore(current); closed = closed.plus(1, ChronoUnit.HOURS)) {
            if (skipped > 0 && sales == 0) {
                closed = closed.plus(skipped, ChronoUnit.HOURS);
                skipped = 0;
            }
            var slot = slot(closed);
            var before = week[slot] == UNSEEN ? overall : week[slot];
            week[slot] = Math.round(before + (sales * MILLI - before) * WEIGHT_OF_LAST);
            overall = Math.round(overall + (sales * MILLI - overall) / (Math.min(seen, HOURS_OF_WEEK) + HOURS_OF_SILENCE));
            seen++;
            sales = 0;
        }
        return new Pace(counted, countedAt, current, sales, seen, overall, recentMilli, week);
    }

    /** How many units will be sold within so many hours from now. */
    double expected(Instant now, int hours) {
        var sum = 0.0;
        var rush = rush(now);
        for (var i = 0; i < hours; i++, rush /= 2) {
            sum += usual(now.plus(i, ChronoUnit.HOURS)) + rush;
        }
        return sum / MILLI;
    }

    /** After how many whole hours so many units are gone; absent where that is beyond what can be said. */
    @Nullable Integer cover(long available, Instant now) {
        var left = available * MILLI;
        var rush = rush(now);
        for (var hours = 0; hours < HOURS_MAX; hours++, rush /= 2) {
            left -= usual(now.plus(hours, ChronoUnit.HOURS)) + rush;
            if (left <= 0) {
                return hours;
            }
        }
        return null;
    }

    /** What sells faster just now than at other times. */
    private double rush(Instant now) {
        var since = Math.max(0, Duration.between(countedAt, now).toSeconds());
        return Math.max(0, recentMilli * Math.pow(0.5, since / SECONDS_OF_HOUR) - usual(now));
    }

    private long usual(Instant at) {
        var rate = weekMilli[slot(at)];
        return rate == UNSEEN ? overallMilli : rate;
    }

    private static int slot(Instant at) {
        var time = at.atOffset(ZoneOffset.UTC);
        return (time.getDayOfWeek().getValue() - 1) * 24 + time.getHour();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Pace pace && counted == pace.counted && hour.equals(pace.hour) && inHour == pace.inHour
                && overallMilli == pace.overallMilli && recentMilli == pace.recentMilli && Arrays.equals(weekMilli, pace.weekMilli);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(counted) * 31 + Arrays.hashCode(weekMilli);
    }
}
