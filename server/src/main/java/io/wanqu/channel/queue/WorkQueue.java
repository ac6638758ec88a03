package io.wanqu.channel.queue;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

import io.wanqu.channel.account.ChannelKey;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A table of work for channels. A claim ends by itself, so nothing is lost with a node, and rows that another node has
 * locked are passed over, so that nobody waits.
 */
public final class WorkQueue {

    private final JdbcClient jdbc;
    private final Shape shape;

    public WorkQueue(JdbcClient jdbc, Shape shape) {
        this.jdbc = jdbc;
        this.shape = shape;
    }

    /** Channels that are on, not left alone, and have work that is due. */
    public List<ChannelKey> due(Instant now) {
        return jdbc.sql("""
                select shop_id, channel_id
                  from channel.channel
                 where state = 'on'
                   and (resume_at is null or resume_at <= :now)
                   and exists (select 1
                                 from %s as work
                                where work.shop_id = channel.shop_id
                                  and work.channel_id = channel.channel_id
                                  and work.due_at <= :now
                                  and %s)
                """.formatted(shape.table, shape.open))
            .param("now", now.atOffset(ZoneOffset.UTC))
            .query((row, n) -> ChannelKey.of(row))
            .list();
    }

    /** Takes some of a channel's work, the oldest first, and counts the try. */
    public <T> List<T> claim(ChannelKey key, Term term, RowMapper<T> mapper) {
        return jdbc.sql("""
                with next as materialized (
                    select %2$s
                      from %1$s as work
                     where work.shop_id = :shop and work.channel_id = :channel and work.due_at <= :now and %3$s
                     order by %4$s
                     limit :limit
                       for update skip locked)
                update %1$s as work
                   set %5$s = :until, attempts = work.attempts + 1
                  from next
                 where work.shop_id = :shop and work.channel_id = :channel and (%6$s) = (%7$s)
                returning %8$s
                """.formatted(shape.table, named("work"), shape.open, shape.order, shape.lease, named("work"), named("next"), shape.answer))
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("now", term.now.atOffset(ZoneOffset.UTC))
            .param("until", term.now.plus(term.lease).atOffset(ZoneOffset.UTC))
            .param("limit", term.limit)
            .query(mapper)
            .list();
    }

    /** How much waits for a channel, and since when the oldest of it is due. */
    public Backlog backlog(ChannelKey key, Instant now) {
        return jdbc.sql("""
                select count(*) as waiting, min(due_at) as oldest
                  from %s as work
                 where work.shop_id = :shop and work.channel_id = :channel and work.due_at is not null and %s
                """.formatted(shape.table, shape.open))
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .query((row, n) -> new Backlog(row.getLong("waiting"), instant(row.getTimestamp("oldest"))))
            .single();
    }

    private String named(String alias) {
        return shape.keys.stream().map(column -> alias + "." + column).collect(Collectors.joining(", "));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    /**
     * Which table, all of it constants of the class that owns it.
     *
     * @param keys   the columns that name a row within its channel
     * @param open   the condition under which a row of {@code work} is to be done
     * @param order  which comes first
     * @param lease  the column that says until when a row is somebody's
     * @param answer the columns of {@code work} that a claim answers
     */
    public record Shape(String table, List<String> keys, String open, String order, String lease, String answer) {
    }

    /** For how long how many rows are claimed. */
    public record Term(Instant now, Duration lease, int limit) {
    }

    /** What waits; the oldest is null where nothing does. */
    public record Backlog(long waiting, @Nullable Instant oldestDue) {

        public static final Backlog NONE = new Backlog(0, null);
    }
}
