package io.wanqu.channel.intake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.queue.WorkQueue;
import io.wanqu.channel.queue.WorkQueue.Shape;
import io.wanqu.channel.queue.WorkQueue.Term;
import io.wanqu.kernel.Columns;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The channel.inbox table: orders that are to be read again, each message once however often it is sent. */
@Repository
class Inbox {

    private static final Shape SHAPE = new Shape("channel.inbox", List.of("message_id"), "work.state = 'due'",
            "work.due_at", "due_at", "work.message_id, external_order, work.attempts");

    private final JdbcClient jdbc;
    private final WorkQueue queue;

    Inbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.queue = new WorkQueue(jdbc, SHAPE);
    }

    /** Adds hints of any channels; says for each whether it was new. A hint that names no order is done at once. */
    List<Boolean> add(List<Hint> hints) {
        var added = new HashSet<String>();
        jdbc.sql("""
                insert into channel.inbox (shop_id, channel_id, message_id, topic, external_order, state, due_at, received_at)
                select shop_id, channel_id, message_id, topic, external_order,
                       case when external_order is null then 'done' else 'due' end, at::timestamptz, at::timestamptz
                  from unnest(:shops, :channels, :messages, :topics, :orders, :ats)
                       as row (shop_id, channel_id, message_id, topic, external_order, at)
                    on conflict do nothing
                returning shop_id, channel_id, message_id
                """)
            .params(Columns.of(hints)
                    .longs("shops", hint -> hint.key.shop().value())
                    .longs("channels", hint -> hint.key.channel().value())
                    .texts("messages", Hint::message)
                    .texts("topics", Hint::topic)
                    .texts("orders", Hint::order)
                    .texts("ats", hint -> hint.at.toString())
                    .params())
            .query(row -> {
                added.add(ChannelKey.of(row) + "/" + row.getString("message_id"));
            });
        return hints.stream().map(hint -> added.remove(hint.key + "/" + hint.message)).toList();
    }

    /** An order to be read again for a reason of our own. */
    void again(ChannelKey key, Collection<String> orders, String reason, Instant at) {
        if (!orders.isEmpty()) {
            add(orders.stream()
                    .map(order -> new Hint(key, reason + ":" + order + ":" + at.toEpochMilli(), reason, order, at))
                    .toList());
        }
    }

    WorkQueue queue() {
        return queue;
    }

    List<Claimed> claim(ChannelKey key, Term term) {
        return queue.claim(key, term, (row, n) ->
                new Claimed(row.getString("message_id"), row.getString("external_order"), row.getInt("attempts")));
    }

    void done(ChannelKey key, Collection<Claimed> claimed) {
        jdbc.sql("""
                update channel.inbox
                   set state = 'done'
                 where shop_id = :shop and channel_id = :channel and message_id = any(:messages)
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("messages", claimed.stream().map(Claimed::message).toArray(String[]::new))
            .update();
    }

    void later(ChannelKey key, Collection<Claimed> claimed, Instant at) {
        jdbc.sql("""
                update channel.inbox
                   set due_at = :at
                 where shop_id = :shop and channel_id = :channel and message_id = any(:messages) and state = 'due'
                """)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("messages", claimed.stream().map(Claimed::message).toArray(String[]::new))
            .update();
    }

    int forget(Instant before) {
        return jdbc.sql("delete from channel.inbox where state = 'done' and received_at < :before")
            .param("before", before.atOffset(ZoneOffset.UTC))
            .update();
    }

    /** A message that an order changed; null where it names none. */
    record Hint(ChannelKey key, String message, String topic, @Nullable String order, Instant at) {
    }

    record Claimed(String message, String order, int attempts) {

        static SortedSet<String> orders(Collection<Claimed> claimed) {
            return claimed.stream().map(Claimed::order).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
