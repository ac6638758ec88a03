package io.wanqu.channel.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.wanqu.channel.account.ChannelKey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who listens to the messages that a channel keeps for us: one node an account, until its lease ends. */
@Repository
class Feeds {

    private final JdbcClient jdbc;

    Feeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those nobody listens to, and those this node listens to already. */
    List<ChannelKey> due(Collection<String> kinds, long node, Instant now) {
        return jdbc.sql("""
                select shop_id, channel_id
                  from channel.channel
                 where state = 'on' and kind = any(:kinds) and feed_due_at <= :now
                   and (feeding_until is null or feeding_until < :now or feeder = :node)
                """)
            .param("kinds", kinds.toArray(String[]::new))
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("node", node)
            .query((row, n) -> ChannelKey.of(row))
            .list();
    }

    /** Empty when another node listens, or the channel is to be left alone; else how the last try ended. */
    Optional<Lease> lease(ChannelKey key, long node, Instant now, Instant until) {
        return jdbc.sql("""
                update channel.channel
                   set feeder = :node, feeding_until = :until
                  from (select feeder as before, feed_failures as failures
                          from channel.channel
                         where shop_id = :shop and channel_id = :channel) as was
                 where shop_id = :shop and channel_id = :channel and state = 'on' and feed_due_at <= :now
                   and (feeding_until is null or feeding_until < :now or feeder = :node)
                returning was.before, was.failures, version
                """)
            .param("node", node)
            .param("until", until.atOffset(ZoneOffset.UTC))
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .query((row, n) -> new Lease(Objects.equals(row.getObject("before", Long.class), node) && row.getInt("failures") == 0,
                    row.getLong("version")))
            .optional();
    }

    int failures(ChannelKey key) {
        return jdbc.sql("select feed_failures from channel.channel where shop_id = :shop and channel_id = :channel")
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .query(Integer.class)
            .single();
    }

    void well(ChannelKey key, long node) {
        jdbc.sql("""
                update channel.channel
                   set feed_failures = 0
                 where shop_id = :shop and channel_id = :channel and feeder = :node and feed_failures > 0
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("node", node)
            .update();
    }

    /** The connection broke; whichever node is first tries again then. */
    void broke(ChannelKey key, long node, Instant again) {
        jdbc.sql("""
                update channel.channel
                   set feed_failures = feed_failures + 1, feed_due_at = :again, feeder = null, feeding_until = null
                 where shop_id = :shop and channel_id = :channel and feeder = :node
                """)
            .param("again", again.atOffset(ZoneOffset.UTC))
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("node", node)
            .update();
    }

    /**
     * The right to listen.
     *
     * @param unbroken whether this node has listened without a break until now
     * @param version  of the account; another one means that a new session is to be opened
     */
    record Lease(boolean unbroken, long version) {
    }
}
