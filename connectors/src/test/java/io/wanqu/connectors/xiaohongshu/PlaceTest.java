package io.wanqu.connectors.xiaohongshu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wanqu.connector.ChangeWindow;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connectors.xiaohongshu.Place.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceTest {

    private static final ChangeWindow HOUR = window(0, 3600);

    @Test
    void reads_each_half_hour_from_its_last_page_to_its_first() {
        assertThat(walk(HOUR, 120)).containsExactly("0-1800 count", "0-1800 page 3", "0-1800 page 2", "0-1800 page 1",
            "1800-3600 count", "1800-3600 page 3", "1800-3600 page 2", "1800-3600 page 1");
    }

    @Test
    void is_done_with_one_page_at_once() {
        assertThat(walk(HOUR, 50)).containsExactly("0-1800 page 1", "1800-3600 page 1");
        assertThat(walk(window(10, 20), 0)).containsExactly("10-20 page 1");
    }

    @Test
    void halves_a_slice_that_is_fuller_than_the_platform_shows() {
        var place = Place.of(HOUR, Facts.UPDATED_SPAN, null);
        var half = Place.of(HOUR, Facts.UPDATED_SPAN, place.next(HOUR, Facts.UPDATED_SPAN, new Rows(10_001, 10_000)));

        assertThat(place.takes(new Rows(10_001, 10_000))).isFalse();
        assertThat(half).isEqualTo(new Place(0, 900, 0));
        var after = Place.of(HOUR, Facts.UPDATED_SPAN, half.next(HOUR, Facts.UPDATED_SPAN, new Rows(3, 10_000)));
        assertThat(after).isEqualTo(new Place(900, 1800, 0));
    }

    @Test
    void gives_up_on_a_second_that_is_too_full() {
        assertThatExceptionOfType(ConnectorException.class)
            .isThrownBy(() -> new Place(0, 1, 0).next(HOUR, Facts.UPDATED_SPAN, new Rows(10_001, 10_000)))
            .matches(trouble -> trouble.code().equals("too-many-rows"));
    }

    private static List<String> walk(ChangeWindow window, long total) {
        var steps = new ArrayList<String>();
        var rows = new Rows(total, 10_000);
        String cursor = null;
        do {
            var place = Place.of(window, Facts.UPDATED_SPAN, cursor);
            steps.add(place.from() + "-" + place.until(window) + (place.takes(rows) ? " page " + place.askedPage() : " count"));
            cursor = place.next(window, Facts.UPDATED_SPAN, rows);
        } while (cursor != null);
        return steps;
    }

    private static ChangeWindow window(long from, long until) {
        return ChangeWindow.updated(Instant.ofEpochSecond(from), Instant.ofEpochSecond(until));
    }
}
