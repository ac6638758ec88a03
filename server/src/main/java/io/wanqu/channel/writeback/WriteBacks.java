package io.wanqu.channel.writeback;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.queue.WorkQueue;
import io.wanqu.channel.queue.WorkQueue.Shape;
import io.wanqu.channel.queue.WorkQueue.Term;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.OrderId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The channel.write_back table: what a channel is still to be told of its orders, one row a line. */
@Repository
class WriteBacks {

    private static final Shape SHAPE = new Shape("channel.write_back", List.of("order_id", "line"), "work.state = 'due'",
            "work.due_at, work.order_id, work.line", "due_at", "work.order_id, work.line, work.verb, work.attempts");

    private final JdbcClient jdbc;
    private final WorkQueue queue;

    WriteBacks(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.queue = new WorkQueue(jdbc, SHAPE);
    }

    WorkQueue queue() {
        return queue;
    }

    /** A line is told of once; the same again changes nothing. */
    void add(List<Job> jobs, Instant now) {
        jdbc.sql("""
                insert into channel.write_back (shop_id, channel_id, order_id, line, verb, state, due_at, made_at)
                select shop_id, channel_id, order_id, line, verb, case verb when 'hand_over' then 'by_hand' else 'due' end,
                       :now + make_interval(secs => wait), :now
                  from unnest(:shops, :channels, :orders, :lines, :verbs, :waits) as row (shop_id, channel_id, order_id, line, verb, wait)
                    on conflict do nothing
                """)
            .params(Columns.of(jobs)
                    .longs("shops", job -> job.key.shop().value())
                    .longs("channels", job -> job.key.channel().value())
                    .longs("orders", job -> job.order.value())
                    .ints("lines", Job::line)
                    .texts("verbs", job -> job.verb)
                    .longs("waits", job -> job.pause.toSeconds())
                    .and("now", now.atOffset(ZoneOffset.UTC))
                    .params())
            .update();
    }

    /** In the order in which they were sold, which is the order in which they are begun. */
    List<Claimed> claim(ChannelKey key, Term term) {
        return queue.claim(key, term, (row, n) -> new Claimed(new OrderId(row.getLong("order_id")), row.getInt("line"),
                        row.getString("verb"), row.getInt("attempts")))
                .stream().sorted(Comparator.<Claimed>comparingLong(claimed -> claimed.order.value()).thenComparingInt(Claimed::line))
                .toList();
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
    record Job(ChannelKey key, OrderId order, int line, String verb, Duration pause) {

        static final String DELIVER = "deliver";
        static final String GIVE_UP = "give_up";
        /** A person does it. */
        static final String HAND_OVER = "hand_over";

        Job after(Duration time) {
            return new Job(key, order, line, verb, time);
        }

        Job by(String other) {
            return new Job(key, order, line, other, pause);
        }

        String subject() {
            return order + "/" + line;
        }
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
