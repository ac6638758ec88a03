package io.wanqu.connectors.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.connector.ChangeWindow;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SpanTest {

    private static final Instant START = Instant.ofEpochSecond(1_704_038_400);
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void cuts_a_window_into_parts_that_share_the_moment_between_them() {
        var window = ChangeWindow.updated(START, START.plus(Duration.ofHours(60)));

        var first = Span.of(window, DAY, null);
        var second = Span.of(window, DAY, first.done(window));
        var third = Span.of(window, DAY, second.done(window));

        assertThat(first).isEqualTo(new Span(START, START.plus(DAY), ""));
        assertThat(second).isEqualTo(new Span(START.plus(DAY), START.plus(DAY.multipliedBy(2)), ""));
        assertThat(third).isEqualTo(new Span(START.plus(DAY.multipliedBy(2)), window.until(), ""));
        assertThat(third.done(window)).isNull();
    }

    @Test
    void keeps_the_channels_own_cursor_whatever_it_looks_like() {
        var window = ChangeWindow.updated(START, START.plus(DAY));
        var span = Span.of(window, DAY, null);

        assertThat(Span.of(window, DAY, span.at("a|b:c|")).place()).isEqualTo("a|b:c|");
        assertThat(Span.of(window, DAY, span.at("a|b:c|")).from()).isEqualTo(START);
        assertThat(span.done(window)).isNull();
    }
}
