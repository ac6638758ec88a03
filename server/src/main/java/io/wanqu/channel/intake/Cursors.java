package io.wanqu.channel.intake;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import io.wanqu.channel.account.ChannelKey;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far a channel's changes have been read; one node reads a channel at a time. */
@Repository
class Cursors {

    private final JdbcClient jdbc;

    Cursors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ChannelKey> due(Instant now) {
        return jdbc.sql("""
                select shop_id, channel_id
                  from channel.channel
                 where state = 'on'
                   and poll_due_at <= :now
                   and (resume_at is null or resume_at <= :now)
                   and (polling_until is null or polling_until < :now)
                """)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .query((row, n) -> ChannelKey.of(row))
            .list();
    }

    /** Empty when somebody else reads this channel, or it is not due any more. */
    Optional<Cursor> claim(ChannelKey key, Instant now, Instant until) {
        return jdbc.sql("""
                update channel.channel
                   set polling_until = :until
                 where shop_id = :shop and channel_id = :channel and state = 'on' and poll_due_at <= :now
                   and (polling_until is null or polling_until < :now)
                returning orders_until, deep_due_at <= :now as deep
                """)
            .param("until", until.atOffset(ZoneOffset.UTC))
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .query((row, n) -> new Cursor(instant(row.getTimestamp("orders_until")), row.getBoolean("deep"), until))
            .optional();
    }

    /** False when the claim ran out and somebody else has it. */
    boolean extend(ChannelKey key, Instant held, Instant until) {
        return jdbc.sql("""
                update channel.channel
                   set polling_until = :until
                 where shop_id = :shop and channel_id = :channel and polling_until = :held
                """)
            .param("until", until.atOffset(ZoneOffset.UTC))
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("held", held.atOffset(ZoneOffset.UTC))
            .update() == 1;
    }

    /** The whole span was read and stored. */
    void advance(ChannelKey key, Instant held, Instant read, Next next) {
        jdbc.sql("""
                update channel.channel
                   set orders_until = :read, poll_due_at = :due, polling_until = null,
                       deep_due_at = coalesce(:deepDue::timestamptz, deep_due_at)
                 where shop_id = :shop and channel_id = :channel and polling_until = :held
                """)
            .param("read", read.atOffset(ZoneOffset.UTC))
            .param("due", next.due.atOffset(ZoneOffset.UTC))
            .param("deepDue", next.deepDue == null ? null : next.deepDue.toString())
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("held", held.atOffset(ZoneOffset.UTC))
            .update();
    }

    /** The cursor stays where it was. */
    void putOff(ChannelKey key, Instant held, Instant due) {
        jdbc.sql("""
                update channel.channel
                   set poll_due_at = :due, polling_until = null
                 where shop_id = :shop and channel_id = :channel and polling_until = :held
                """)
            .param("due", due.atOffset(ZoneOffset.UTC))
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("held", held.atOffset(ZoneOffset.UTC))
            .update();
    }

    void dueNow(ChannelKey key, Instant now) {
        jdbc.sql("update channel.channel set poll_due_at = :now, deep_due_at = :now where shop_id = :shop and channel_id = :channel")
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .update();
    }

    /** An ordinary run is due: what came while nobody listened lies behind the cursor. */
    void incrementNow(ChannelKey key, Instant now) {
        jdbc.sql("update channel.channel set poll_due_at = :now where shop_id = :shop and channel_id = :channel and poll_due_at > :now")
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .update();
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    /**
     * @param until up to when was read before; null the first time
     * @param deep  whether this run reaches back by the connector's whole overlap
     * @param held  the claim, by which its holder is known
     */
    record Cursor(@Nullable Instant until, boolean deep, Instant held) {

        Cursor held(Instant now) {
            return new Cursor(until, deep, now);
        }
    }

    record Next(Instant due, @Nullable Instant deepDue) {
    }
}
