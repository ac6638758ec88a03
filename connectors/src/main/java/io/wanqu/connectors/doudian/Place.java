package io.wanqu.connectors.doudian;

import io.wanqu.connector.ChangeWindow;
import io.wanqu.connector.ConnectorException;
import org.jspecify.annotations.Nullable;

/**
 * Where a reading of a window stands. Rows are asked for oldest first, and each question starts at the second where
 * the one before ended, so that rows which move away while we read pull no others past us, and the platform's limit
 * on rows holds for one second instead of the whole window. A second too full for one page is read by itself from its
 * last page to its first: rows can only leave it, and what slides forward slides to where we have yet to look.
 */
record Place(long second, int page) {

    private static final int ONWARD = -1;
    private static final int COUNT_FIRST = -2;

    static Place of(ChangeWindow window, @Nullable String cursor) {
        if (cursor == null) {
            return new Place(window.from().getEpochSecond(), ONWARD);
        }
        var at = cursor.indexOf(':');
        return new Place(Long.parseLong(cursor.substring(0, at)), Integer.parseInt(cursor.substring(at + 1)));
    }

    long until(ChangeWindow window) {
        return page == ONWARD ? window.until().getEpochSecond() : second;
    }

    int askedPage() {
        return Math.max(page, 0);
    }

    /** Null when that answer was the last. */
    @Nullable String next(ChangeWindow window, Found found) {
        return switch (page) {
            case ONWARD -> {
                if (found.rows() < Facts.PAGE_SIZE) {
                    yield null;
                }
                yield found.lastSecond() > second ? text(found.lastSecond(), ONWARD) : text(second, COUNT_FIRST);
            }
            case COUNT_FIRST -> found.total() > Facts.PAGE_SIZE
                ? text(second, lastPage(found.total())) : secondAfter(window);
            case 0 -> secondAfter(window);
            default -> text(second, page - 1);
        };
    }

    private @Nullable String secondAfter(ChangeWindow window) {
        return second < window.until().getEpochSecond() ? text(second + 1, ONWARD) : null;
    }

    private static int lastPage(long total) {
        if (total > Facts.ROWS_MAX) {
            throw ConnectorException.refused("too-many-rows", total + " rows in one second");
        }
        return (int) ((total - 1) / Facts.PAGE_SIZE);
    }

    private static String text(long second, int page) {
        return second + ":" + page;
    }

    /** What an answer held: its rows, the second of the last of them, and how many the platform counts in all. */
    record Found(int rows, long lastSecond, long total) {
    }
}
