package io.wanqu.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.simulators.Timeline.Range;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private final Timeline<Long> timeline = new Timeline<>();

    TimelineTest() {
        LongStream.range(0, 1000).forEach(id -> timeline.add(id / 100, id, id));
    }

    @Test
    void pages_through_everything_once_in_either_direction() {
        var forward = LongStream.range(0, 34).boxed()
            .flatMap(page -> slice(true, page * 30).stream()).toList();
        var backward = LongStream.range(0, 34).boxed()
            .flatMap(page -> slice(false, page * 30).stream()).toList();

        assertThat(forward).containsExactlyElementsOf(LongStream.range(0, 1000).boxed().toList());
        assertThat(backward.reversed()).containsExactlyElementsOf(forward);
    }

    @Test
    void counts_the_window_and_not_the_page() {
        var slice = timeline.slice(3, 5, true, new Range(250, 100));

        assertThat(slice.total()).isEqualTo(300);
        assertThat(slice.found()).containsExactlyElementsOf(LongStream.range(550, 600).boxed().toList());
        assertThat(timeline.slice(5, 3, true, new Range(0, 10)).total()).isZero();
    }

    @Test
    void moves_a_thing_and_forgets_an_empty_second() {
        timeline.add(20, 5000, 5000L);
        timeline.move(20, 21, 5000, 5000L);

        assertThat(timeline.slice(20, 20, true, new Range(0, 10)).total()).isZero();
        assertThat(timeline.slice(21, 21, true, new Range(0, 10)).found()).containsExactly(5000L);
    }

    private List<Long> slice(boolean ascending, long skip) {
        return timeline.slice(0, 100, ascending, new Range(skip, 30)).found();
    }
}
