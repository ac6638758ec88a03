package io.wanqu.connectors.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.connector.ChangeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BackwardsTest {

    private static final Duration SLICE = Duration.ofMinutes(30);

    @Test
    void asks_once_where_one_page_holds_all() {
        assertThat(asked(window(600), 3)).containsExactly("0-600 page 1");
    }

    @Test
    void counts_first_and_then_reads_from_the_last_page_to_the_first() {
        assertThat(asked(window(600), 250)).containsExactly("0-600 page 1", "0-600 page 3", "0-600 page 2", "0-600 page 1");
    }

    @Test
    void cuts_a_window_that_is_too_long_into_slices_that_do_not_overlap() {
        assertThat(asked(window(4000), 0)).containsExactly("0-1800 page 1", "1801-3601 page 1", "3602-4000 page 1");
    }

    @Test
    void ends_exactly_where_the_window_ends() {
        assertThat(asked(window(1800), 100)).containsExactly("0-1800 page 1");
        assertThat(asked(window(1801), 100)).containsExactly("0-1800 page 1", "1801-1801 page 1");
    }

    private static ChangeWindow window(long seconds) {
        return ChangeWindow.updated(Instant.EPOCH, Instant.ofEpochSecond(seconds));
    }

    private static List<String> asked(ChangeWindow window, long total) {
        var asked = new ArrayList<String>();
        @Nullable String cursor = null;
        do {
            var place = Backwards.of(window, SLICE, cursor);
            asked.add(place.from() + "-" + place.until() + " page " + place.askedPage());
            cursor = place.next(window, total, 100);
        } while (cursor != null);
        return asked;
    }
}
