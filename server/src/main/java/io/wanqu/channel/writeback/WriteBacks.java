package io.wanqu.channel.writeback;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.OrderId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The channel.write_back table: what a channel is still to be told of its orders, one row a line. */
@Repository
class WriteBacks {

    private final JdbcClient jdbc;

    WriteBacks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line is told of once; the same again changes nothing. */
    void add(List<Job> jobs, Instant now) {
        jdbc.sql("""
                insert into channel.write_back (shop_id, channel_id, order_id, line, verb, due_at, made_at)
                select shop_id, channel_id, order_id, line, verb, :now, :now
                  from unnest(:shops, :channels, :orders, :lines, :verbs) as row (shop_id, channel_id, order_id, line, verb)
                    on conflict do nothing
                """)
            .params(Columns.of(jobs)
                    .longs("shops", job -> job.key.shop().value())
                    .longs("channels", job -> job.key.channel().value())
                    .longs("orders", job -> job.order.value())
                    .ints("lines", Job::line)
                    .texts("verbs", job -> job.verb)
                    .and("now", now.atOffset(ZoneOffset.UTC))
                    .params())
            .update();
    }

    List<ChannelKey> due(Instant now) {
        return jdbc.sql("""
                select shop_id, channel_id
                  from channel.channel
                 where state = 'on'
                   and (resume_at is null or resume_at <= :now)
                   and exists (select 1
                                 from channel.write_back
                                where write_back.shop_id = channel.shop_id
                                  and write_back.channel_id = channel.channel_id
                                  and write_back.state = 'due'
                                  and write_back.due_at <= :now)
                """)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .query((row, n) -> ChannelKey.of(row))
            .list();
    }

    List<Claimed> claim(ChannelKey key, Instant now, Duration lease, int limit) {
        return jdbc.sql("""
                with next as materialized (
                    select order_id, line
                      from channel.write_back
                     where shop_id = :shop and channel_id = :channel and state = 'due' and due_at <= :now
                     order by due_at, order_id, line
                     limit :limit
                       for update skip locked)
                update channel.write_back
                   set due_at = :until, attempts = attempts + 1
                  from next
                 where shop_id = :shop and channel_id = :channel and write_back.order_id = next.order_id
                   and write_back.line = next.line
                returning write_back.order_id, write_back.line, verb, attempts
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("until", now.plus(lease).atOffset(ZoneOffset.UTC))
            .param("limit", limit)
            .query((row, n) -> new Claimed(new OrderId(row.getLong("order_id")), row.getInt("line"), row.getString("verb"),
                    row.getInt("attempts")))
            .list();
    }

    /** Only rows that are still due move, so a late answer never undoes an end. */
    void settle(ChannelKey key, List<Settled> settled, Instant now) {
        jdbc.sql("""
                update channel.write_back
                   set state = now.state, due_at = now.due_at::timestamptz, last_code = now.code,
                       done_at = case when now.state = 'due' then null else :now::timestamptz end
                  from unnest(:orders, :lines, :states, :dues, :codes) as now (order_id, line, state, due_at, code)
                 where shop_id = :shop and channel_id = :channel and write_back.order_id = now.order_id
                   and write_back.line = now.line and write_back.state = 'due'
                """)
            .params(Columns.of(settled)
                    .longs("orders", it -> it.job.order.value())
                    .ints("lines", it -> it.job.line)
                    .texts("states", it -> it.state)
                    .texts("dues", it -> it.dueAt.toString())
                    .texts("codes", Settled::code)
                    .and("shop", key.shop().value())
                    .and("channel", key.channel().value())
                    .and("now", now.atOffset(ZoneOffset.UTC))
                    .params())
            .update();
    }

    /** A line of an order and what to do about it. */
    record Job(ChannelKey key, OrderId order, int line, String verb) {

        static final String DELIVER = "deliver";
        static final String GIVE_UP = "give_up";
    }

    record Claimed(OrderId order, int line, String verb, int attempts) {

        String subject() {
            return order + "/" + line;
        }
    }

    /** How a try ended; {@code due} means that another will follow. */
    record Settled(Claimed job, String state, Instant dueAt, @Nullable String code) {
    }
}
