package io.wanqu.connectors.wire;

import io.wanqu.connector.ChangeWindow;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The part of a window that one question may ask for, and where in it a reading stands. The next part begins in the
 * moment where this one ends: what happened in that moment may be seen twice, and is never left out.
 *
 * @param place the channel's own cursor within the part, empty at its beginning
 */
public record Span(Instant from, Instant until, String place) {

    private static final char MARK = '|';

    public static Span of(ChangeWindow window, Duration longest, @Nullable String cursor) {
        var mark = cursor == null ? -1 : cursor.indexOf(MARK);
        var from = cursor == null ? window.from() : Instant.ofEpochMilli(Long.parseLong(cursor.substring(0, mark)));
        var end = from.plus(longest);
        return new Span(from, end.isBefore(window.until()) ? end : window.until(),
            cursor == null ? "" : cursor.substring(mark + 1));
    }

    /** Goes on within this part. */
    public String at(String next) {
        return from.toEpochMilli() + String.valueOf(MARK) + next;
    }

    /** Goes on with the next part, null when this was the last. */
    public @Nullable String done(ChangeWindow window) {
        return until.isBefore(window.until()) ? until.toEpochMilli() + String.valueOf(MARK) : null;
    }
}
