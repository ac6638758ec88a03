package io.wanqu.simulators.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.simulators.SimulatedClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WireTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SimulatedClock clock = new SimulatedClock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    private final Mailbox mailbox = new Mailbox(clock, PATIENCE);
    private final Wire wire = new Wire(mailbox);

    @Test
    void loses_and_doubles_as_many_as_ordered() {
        wire.lose(1);
        wire.twice(1);
        pass("lost", "doubled", "plain");

        assertThat(fetch(10)).containsExactly("doubled", "doubled", "plain");
        assertThat(wire.lost()).isEqualTo(1);
    }

    @Test
    void lets_held_messages_out_last_first() {
        wire.reorder(3);
        pass("a", "b");
        assertThat(fetch(10)).isEmpty();

        pass("c", "d");
        clock.skew(Duration.ofSeconds(1));

        assertThat(fetch(10)).containsExactly("c", "b", "a", "d");
    }

    @Test
    void lets_go_when_the_partner_never_comes() {
        wire.reorder(5);
        pass("a", "b");

        wire.flush();
        clock.skew(Duration.ofSeconds(1));

        assertThat(fetch(10)).containsExactly("b", "a");
    }

    @Test
    void keeps_a_late_message_until_it_is_due() {
        wire.delay(Duration.ofSeconds(5));
        pass("late");
        assertThat(fetch(10)).isEmpty();

        clock.skew(Duration.ofSeconds(5));

        assertThat(fetch(10)).containsExactly("late");
    }

    @Test
    void brings_again_what_nobody_confirmed() {
        pass("a", "b");
        assertThat(fetch(10)).containsExactly("a", "b");
        mailbox.confirm("app", List.of("a", "never-seen"));
        assertThat(fetch(10)).isEmpty();

        clock.skew(PATIENCE);

        assertThat(fetch(10)).containsExactly("b");
        assertThat(mailbox.counts()).isEqualTo(new Carrier.Counts(3, 1, 0));
    }

    @Test
    void hands_out_no_more_than_asked_for_and_nothing_of_others() {
        pass("a", "b", "c");

        assertThat(mailbox.fetch("another", 10)).isEmpty();
        assertThat(fetch(2)).containsExactly("a", "b");
        assertThat(fetch(2)).containsExactly("c");
    }

    private void pass(String... ids) {
        for (var id : ids) {
            wire.pass(new Message("app", id, Map.of(), "", new byte[0]));
        }
    }

    private List<String> fetch(int atMost) {
        return mailbox.fetch("app", atMost).stream().map(Message::id).toList();
    }
}
