package io.wanqu.connectors.wire;

import io.wanqu.connector.ChangeWindow;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a reading of numbered pages stands. The window is cut into slices as long as the platform allows. In each, the
 * first page tells how many there are, and then they are read from the last to the first: rows can only leave a window
 * that has passed, and what slides forward slides to where we have yet to look, whichever way the list is sorted.
 */
public record Backwards(long from, long until, int page) {

    private static final int COUNT_FIRST = 0;

    public static Backwards of(ChangeWindow window, Duration slice, @Nullable String cursor) {
        if (cursor == null) {
            return slice(window, slice, window.from().getEpochSecond(), COUNT_FIRST);
        }
        var at = cursor.indexOf(':');
        return slice(window, slice, Long.parseLong(cursor.substring(0, at)), Integer.parseInt(cursor.substring(at + 1)));
    }

    private static Backwards slice(ChangeWindow window, Duration slice, long from, int page) {
        return new Backwards(from, Math.min(window.until().getEpochSecond(), from + slice.toSeconds()), page);
    }

    /** Counted from one, as platforms do. */
    public int askedPage() {
        return Math.max(page, 1);
    }

    /** Null when that answer was the last of the window. */
    public @Nullable String next(ChangeWindow window, long total, int pageSize) {
        var last = Math.toIntExact((total + pageSize - 1) / pageSize);
        if (page == COUNT_FIRST && last > 1) {
            return from + ":" + last;
        }
        if (page > 1) {
            return from + ":" + (page - 1);
        }
        return until < window.until().getEpochSecond() ? (until + 1) + ":" + COUNT_FIRST : null;
    }
}
