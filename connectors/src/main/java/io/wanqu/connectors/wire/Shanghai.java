package io.wanqu.connectors.wire;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Times as platforms write them: without a zone, and meant for China whatever the zone of this machine. */
public final class Shanghai {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZONE);
    /** Platforms write a year like this for a time that has not come. */
    private static final int FIRST_YEAR = 1971;

    private Shanghai() {
    }

    public static String text(Instant time) {
        return SECONDS.format(time);
    }

    /** Null when absent, never reached, or unreadable; fractions are allowed, a T in the middle as well. */
    public static @Nullable Instant timeOrNull(String text) {
        try {
            var time = LocalDateTime.parse(text.trim().replace(' ', 'T'));
            return time.getYear() < FIRST_YEAR ? null : time.atZone(ZONE).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The beginning of time where the platform names none, so that whatever comes later counts as newer. */
    public static Instant time(String text) {
        var time = timeOrNull(text);
        return time == null ? Instant.EPOCH : time;
    }
}
