package io.wanqu.channel.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.kernel.Columns;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The channel.inbox table: orders that are to be read again, each message once however often it is sent. */
@Repository
class Inbox {

    private final JdbcClient jdbc;

    Inbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    List<ChannelKey> due(Instant now) {
        return jdbc.sql("""
                select shop_id, channel_id
                  from channel.channel
                 where state = 'on'
                   and (resume_at is null or resume_at <= :now)
                   and exists (select 1
                                 from channel.inbox
                                where inbox.shop_id = channel.shop_id
                                  and inbox.channel_id = channel.channel_id
                                  and inbox.state = 'due'
                                  and inbox.due_at <= :now)
                """)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .query((row, n) -> ChannelKey.of(row))
            .list();
    }

    List<Claimed> claim(ChannelKey key, Instant now, Duration lease, int limit) {
        return jdbc.sql("""
                with next as materialized (
                    select message_id
                      from channel.inbox
                     where shop_id = :shop and channel_id = :channel and state = 'due' and due_at <= :now
                     order by due_at
                     limit :limit
                       for update skip locked)
                update channel.inbox
                   set due_at = :until, attempts = attempts + 1
                  from next
                 where shop_id = :shop and channel_id = :channel and inbox.message_id = next.message_id
                returning inbox.message_id, external_order, attempts
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("until", now.plus(lease).atOffset(ZoneOffset.UTC))
            .param("limit", limit)
            .query((row, n) -> new Claimed(row.getString("message_id"), row.getString("external_order"), row.getInt("attempts")))
            .list();
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
