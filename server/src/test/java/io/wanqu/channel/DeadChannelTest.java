package io.wanqu.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.stream.IntStream;

import io.wanqu.channel.invented.Bazaar;
import io.wanqu.channel.invented.Bazaar.Booth;
import io.wanqu.connector.OrderStatus;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class DeadChannelTest {

    @Autowired
    private Bazaar bazaar;
    @Autowired
    private Market market;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Api api;

    @Test
    void an_hour_of_silence_changes_nothing_for_others_and_loses_nothing() {
        var dead = bazaar.booth("invented-open", 0);
        var alive = bazaar.booth("invented-open", 20);
        IntStream.range(0, 12).forEach(n -> dead.sell("dead-" + n, OrderStatus.PAID));
        bazaar.send(dead, "POST", "/poll", null);
        dead.soon().until(() -> bazaar.orderStates(dead).size() == 12);
        dead.world().down = true;
        market.load(dead.stall(), 20);
        dead.soon().until(() -> bazaar.count(dead, "channel.channel", "failures >= 3 and resume_at > now()") == 1);
        dead.sell("dead-late", OrderStatus.PAID);

        alive.sell("alive-1", OrderStatus.PAID);
        bazaar.send(alive, "POST", "/poll", null);
        alive.soon().until(() -> alive.world().codes.size() == 1);
        anHourLater(dead);
        dead.soon().until(() -> "open".equals(bazaar.get(dead, "/health").json().path("breaker").asString()));
        var health = bazaar.get(dead, "/health").json();
        var calls = dead.world().calls.get();
        alive.sell("alive-2", OrderStatus.PAID);
        bazaar.send(alive, "POST", "/poll", null);
        alive.soon().until(() -> alive.world().codes.size() == 2);

        assertThat(health.path("state").asString()).isEqualTo("on");
        assertThat(health.path("failures").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(health.path("lastTrouble").path("code").asString()).isEqualTo("unreachable");
        assertThat(health.path("queues").valueStream().filter(queue -> queue.path("name").asString().equals("write-back"))
                .findFirst().orElseThrow().path("waiting").asInt()).isEqualTo(12);
        assertThat(dead.world().calls.get() - calls).isLessThan(20);
        assertThat(dead.world().deliveries).isEmpty();

        dead.world().down = false;
        resume(dead);
        dead.soon().until(() -> new HashSet<>(dead.world().deliveries).size() == 13);
        dead.soon().until(() -> bazaar.count(dead, "channel.write_back", "state = 'done'") == 13);
        assertThat(dead.world().deliveries).hasSize(13).doesNotHaveDuplicates();
        dead.soon().until(() -> "closed".equals(bazaar.get(dead, "/health").json().path("breaker").asString()));
    }

    @Test
    void work_that_is_done_is_forgotten_after_its_time() {
        var booth = bazaar.booth("invented-open", 2);
        booth.sell("old-1", OrderStatus.PAID);
        booth.sell("old-2", OrderStatus.PAID);
        bazaar.send(booth, "POST", "/poll", null);
        booth.soon().until(() -> bazaar.count(booth, "channel.write_back", "state = 'done'") == 2);
        jdbc.sql("""
                update channel.write_back set done_at = now() - interval '91 days'
                 where channel_id = :channel and order_id = (select min(order_id) from channel.write_back where channel_id = :channel)
                """)
            .param("channel", booth.key().channel().value()).update();

        forget.forgetAll();

        assertThat(bazaar.count(booth, "channel.write_back", "true")).isEqualTo(1);
    }

    @Autowired
    private ForgetDoneWork forget;

    /** What the clock would have done meanwhile: everything is older, and the channel was tried and put off many times. */
    private void anHourLater(Booth booth) {
        jdbc.sql("""
                update channel.write_back set made_at = made_at - interval '1 hour', due_at = now() + interval '4 minutes', attempts = 20
                 where channel_id = :channel and state = 'due'
                """).param("channel", booth.key().channel().value()).update();
        resume(booth);
    }

    private void resume(Booth booth) {
        jdbc.sql("update channel.channel set resume_at = now(), poll_due_at = now() where channel_id = :channel")
            .param("channel", booth.key().channel().value()).update();
    }
}
