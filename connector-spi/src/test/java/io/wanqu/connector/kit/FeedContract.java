package io.wanqu.connector.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.wanqu.connector.Capabilities.Push;
import io.wanqu.connector.PushNotice;
import io.wanqu.connector.kit.ChannelWorld.Wish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages that a channel keeps for us: none is gone before we stored it. */
public abstract class FeedContract extends ConnectorContract {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @BeforeEach
    void only_for_channels_with_a_queue() {
        assumeThat(capabilities().access().push()).isEqualTo(Push.QUEUE);
        session.take(Duration.ofMillis(50));
    }

    @Test
    void names_the_order_that_changed() {
        var placed = world.place(Wish.paid(1, 1)).getFirst();

        assertThat(untilOneNames(placed.orderId())).isNotEmpty();
    }

    @Test
    void brings_a_message_again_until_it_is_acknowledged() {
        var placed = world.place(Wish.paid(1, 1)).getFirst();
        var first = untilOneNames(placed.orderId()).getFirst();
        session.close();

        session = anotherNode();
        var again = untilOneNames(placed.orderId());

        assertThat(again).extracting(PushNotice::messageId).contains(first.messageId());
    }

    @Test
    void brings_an_acknowledged_message_no_more() {
        var placed = world.place(Wish.paid(1, 1)).getFirst();
        var stored = new ArrayList<>(untilOneNames(placed.orderId()));
        stored.addAll(session.take(Duration.ofMillis(200)));
        session.acknowledge(stored);
        session.close();

        session = anotherNode();

        var acknowledged = stored.stream().map(PushNotice::messageId).toList();
        assertThat(session.take(Duration.ofMillis(500))).noneMatch(each -> acknowledged.contains(each.messageId()));
    }

    private List<PushNotice> untilOneNames(String orderId) {
        var seen = new ArrayList<PushNotice>();
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (seen.stream().noneMatch(each -> orderId.equals(each.orderId())) && System.nanoTime() < end) {
            seen.addAll(session.take(Duration.ofMillis(200)));
        }
        return seen.stream().filter(each -> orderId.equals(each.orderId())).toList();
    }
}
