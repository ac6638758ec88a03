package io.wanqu.channel;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.wanqu.channel.invented.Bazaar;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connector.PushNotice;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class FeedTest {

    @Autowired
    private Bazaar bazaar;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void stores_a_message_before_the_channel_may_forget_it_and_takes_the_order_in() {
        var booth = bazaar.booth("invented-mailbox", 2);
        booth.sell("mail-1", OrderStatus.PAID);

        booth.world().mail.add(new PushNotice("n-1", "paid", "mail-1", null, ""));

        booth.soon().until(() -> bazaar.orderStates(booth).equals(List.of("delivered")));
        booth.soon().until(() -> booth.world().acknowledged.size() == 1);
        booth.soon().until(() -> bazaar.count(booth, "channel.inbox", "message_id = 'n-1' and state = 'done'") == 1);
        booth.soon().until(() -> booth.world().codes.size() == 1);
    }

    @Test
    void listens_from_one_node_only() {
        var booth = bazaar.booth("invented-mailbox", 0);
        booth.soon().until(() -> booth.world().takes.get() > 2);
        jdbc.sql("""
                update channel.channel
                   set feeder = 7, feeding_until = now() + interval '1 hour'
                 where channel_id = :channel
                """).param("channel", booth.key().channel().value()).update();
        var before = new AtomicInteger(-1);
        booth.soon().pollInterval(Duration.ofSeconds(1)).until(() -> booth.world().takes.get() == before.getAndSet(booth.world().takes.get()));

        booth.world().mail.add(new PushNotice("n-2", "paid", "mail-2", null, ""));

        await().during(Duration.ofMillis(600)).atMost(Duration.ofSeconds(5)).until(() -> booth.world().acknowledged.isEmpty());
        jdbc.sql("update channel.channel set feeding_until = now() - interval '1 second' where channel_id = :channel")
                .param("channel", booth.key().channel().value()).update();
        booth.soon().until(() -> booth.world().acknowledged.size() == 1);
    }

    @Test
    void polls_once_after_the_connection_broke() {
        var booth = bazaar.booth("invented-mailbox", 1);
        booth.soon().until(() -> bazaar.count(booth, "channel.channel", "orders_until is not null and poll_due_at > now()") == 1);
        booth.world().breaks.set(2);
        booth.soon().until(() -> booth.world().breaks.get() == 0);

        booth.sell("missed-1", OrderStatus.PAID);

        booth.soon().until(() -> bazaar.orderStates(booth).equals(List.of("delivered")));
        booth.soon().until(() -> bazaar.count(booth, "channel.channel", "feed_failures = 0 and feeder is not null") == 1);
    }
}
