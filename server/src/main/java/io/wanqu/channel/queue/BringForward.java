package io.wanqu.channel.queue;

import io.wanqu.channel.account.ChannelKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * A channel is well again: what its illness put off goes on at once, in the order in which it came. What the channel itself
 * asked to have later stays where it is.
 */
@Repository
public class BringForward {

    private static final List<String> STATEMENTS = List.of("""
            update channel.inbox
               set due_at = received_at
             where shop_id = :shop and channel_id = :channel and state = 'due' and due_at > :after and attempts > 0
            """, """
            update channel.write_back
               set due_at = made_at
             where shop_id = :shop and channel_id = :channel and state = 'due' and due_at > :after and attempts > 0
               and last_code not in ('on-hold', 'retry-later')
            """, """
            update channel.consignment
               set due_at = made_at
             where shop_id = :shop and channel_id = :channel and state = 'due' and due_at > :after and last_code <> 'retry-later'
            """, """
            update channel.stock_push
               set due_at = :now
             where shop_id = :shop and channel_id = :channel and due_at > :after and attempts > 0 and last_code <> 'retry-later'
            """);

    private final JdbcClient jdbc;

    BringForward(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Only what is due after the given time, by which every claim ends: what a node works on just now is left to it. */
    @Transactional
    public void all(ChannelKey key, Instant now, Instant after) {
        for (var statement : STATEMENTS) {
            jdbc.sql(statement)
                .param("shop", key.shop().value())
                .param("channel", key.channel().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("after", after.atOffset(ZoneOffset.UTC))
                .update();
        }
    }
}
