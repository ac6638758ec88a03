package io.wanqu.connectors.xiaohongshu;

import io.wanqu.connector.ChangeWindow;
import io.wanqu.connector.ConnectorException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the reading of a window stands. The window is cut into slices; the first page of a slice only counts, and then
 * pages are read from the last to the first, for rows that change leave the slice and the others slide to where we have
 * yet to look. A slice too full for the platform's limit is halved. Slices share the second between them.
 */
record Place(long from, long seconds, int page) {

    private static final int COUNT = 0;

    static Place of(ChangeWindow window, Duration longest, @Nullable String cursor) {
        if (cursor == null) {
            return new Place(window.from().getEpochSecond(), longest.toSeconds(), COUNT);
        }
        var parts = cursor.split(":");
        return new Place(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
    }

    long until(ChangeWindow window) {
        return Math.min(window.until().getEpochSecond(), from + seconds);
    }

    /** Counted from one. */
    int askedPage() {
        return Math.max(page, 1);
    }

    /** Whether the rows of this answer belong to the result, or the answer only told how many there are. */
    boolean takes(Rows rows) {
        return page != COUNT || rows.total <= Facts.PAGE_SIZE;
    }

    /** Null when that answer was the last. */
    @Nullable String next(ChangeWindow window, Duration longest, Rows rows) {
        if (page == COUNT && rows.total > rows.most) {
            return halved(window, rows);
        }
        var last = (int) ((rows.total + Facts.PAGE_SIZE - 1) / Facts.PAGE_SIZE);
        if (page == COUNT && last > 1) {
            return text(from, seconds, last);
        }
        if (page > 1) {
            return text(from, seconds, page - 1);
        }
        var until = until(window);
        return until < window.until().getEpochSecond() ? text(until, longest.toSeconds(), COUNT) : null;
    }

    private String halved(ChangeWindow window, Rows rows) {
        var length = until(window) - from;
        if (length <= 1) {
            throw ConnectorException.refused("too-many-rows", rows.total + " rows in one second");
        }
        return text(from, length / 2, COUNT);
    }

    private static String text(long from, long seconds, int page) {
        return from + ":" + seconds + ":" + page;
    }

    /** How many rows the platform counts, and how many of them it would show. */
    record Rows(long total, long most) {
    }
}
