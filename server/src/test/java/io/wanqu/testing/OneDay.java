package io.wanqu.testing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** For what is counted by the day: the steps of one test must not fall on two days. */
public final class OneDay {

    private static final List<ZoneId> ZONES = List.of(ZoneId.of("Asia/Shanghai"), ZoneOffset.UTC);
    private static final Duration LEFT_MIN = Duration.ofMinutes(3);
    private static final Duration GONE_MIN = Duration.ofMinutes(2);

    private OneDay() {
    }

    /** Returns at once, but around midnight: there it waits until the new day is some minutes old, so that a minute ago was today. */
    public static void begins() {
        await().atMost(LEFT_MIN.plus(GONE_MIN).toSeconds() + 60, SECONDS).until(() -> ZONES.stream().allMatch(OneDay::isFarFromMidnight));
    }

    private static boolean isFarFromMidnight(ZoneId zone) {
        var gone = Duration.between(LocalTime.MIN, LocalTime.now(Clock.system(zone)));
        return gone.compareTo(GONE_MIN) > 0 && Duration.ofDays(1).minus(gone).compareTo(LEFT_MIN) > 0;
    }
}
