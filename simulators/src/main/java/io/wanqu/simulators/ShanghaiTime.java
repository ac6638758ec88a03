package io.wanqu.simulators;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Seconds as platforms write them for people: without a zone, and meant for China. */
public final class ShanghaiTime {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZONE);

    private ShanghaiTime() {
    }

    public static String text(long seconds) {
        return SECONDS.format(Instant.ofEpochSecond(seconds));
    }

    /** Negative for what is no time; whatever follows the seconds is not read. */
    public static long seconds(String text) {
        try {
            return LocalDateTime.parse(text.substring(0, Math.min(19, text.length())).replace(' ', 'T'))
                .atZone(ZONE).toEpochSecond();
        } catch (DateTimeParseException e) {
            return -1;
        }
    }
}
