package io.wanqu.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.simulators.Keyset.Mark;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeysetTest {

    private final Timeline<String> line = new Timeline<>();

    @Test
    void goes_on_after_the_last_row_whatever_moved_meanwhile() {
        for (var id = 0; id < 10; id++) {
            line.add(100 + id / 4, id, "row " + id);
        }
        var first = Keyset.read(line, Mark.before(100), 200, 3);
        line.move(100, 150, 0, "row 0");
        line.move(100, 150, 3, "row 3");

        var rest = new ArrayList<String>();
        var next = first.next();
        while (next != null) {
            var page = Keyset.read(line, Mark.of(next.toString()), 149, 3);
            rest.addAll(page.found());
            next = page.next();
        }

        assertThat(first.found()).containsExactly("row 0", "row 1", "row 2");
        assertThat(rest).isEqualTo(List.of("row 4", "row 5", "row 6", "row 7", "row 8", "row 9"));
    }

    @Test
    void says_at_once_that_a_full_page_was_the_last() {
        line.add(1, 1, "a");
        line.add(1, 2, "b");

        assertThat(Keyset.read(line, Mark.before(0), 9, 2).next()).isNull();
        assertThat(Keyset.read(line, Mark.before(2), 9, 2).found()).isEmpty();
    }
}
