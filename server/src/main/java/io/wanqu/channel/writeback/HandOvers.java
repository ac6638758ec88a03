package io.wanqu.channel.writeback;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

import io.wanqu.channel.account.Alerts;
import io.wanqu.channel.account.ChannelKey;
import io.wanqu.channel.consignment.Consignments;
import io.wanqu.channel.writeback.WriteBacks.Job;
import io.wanqu.kernel.OrderId;
import io.wanqu.ordering.ChannelOrderQueries;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lines that only a person can hand over, because their channel has no verified way for it. */
@Component
public class HandOvers {

    private final JdbcClient jdbc;
    private final ChannelOrderQueries orders;
    private final Consignments consignments;
    private final Alerts alerts;
    private final Clock clock;

    HandOvers(JdbcClient jdbc, ChannelOrderQueries orders, Consignments consignments, Alerts alerts, Clock clock) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.consignments = consignments;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** Leaves out what nobody has to hand over, because the channel gave out a code that lay there. */
    List<Job> without(List<Job> wanted) {
        var byHand = wanted.stream().filter(job -> job.verb().equals(Job.HAND_OVER)).collect(Collectors.groupingBy(Job::key));
        var given = new HashSet<Job>();
        byHand.forEach((key, jobs) -> {
            var lines = orders.lines(key.shop(), jobs.stream().map(Job::order).distinct().toList()).stream()
                    .collect(Collectors.toMap(line -> line.order() + "/" + line.number(), line -> line));
            jobs.stream().filter(job -> given(key, lines.get(job.subject()))).forEach(given::add);
        });
        return wanted.stream().filter(job -> !given.contains(job)).toList();
    }

    private boolean given(ChannelKey key, ChannelOrderQueries.@Nullable Line line) {
        var external = line == null ? null : line.externalLine();
        return line != null && external != null && consignments.wasSold(key, line.externalOrder(), external);
    }

    void announce(List<Job> noted) {
        noted.stream().filter(job -> job.verb().equals(Job.HAND_OVER))
                .forEach(job -> alerts.raise(job.key(), "hand-over", job.subject(), "no way but by hand"));
    }

    /** Oldest first. */
    public List<HandOver> open(ChannelKey key, int limit) {
        var rows = jdbc.sql("""
                select order_id, line, made_at
                  from channel.write_back
                 where shop_id = :shop and channel_id = :channel and state = 'by_hand'
                 order by made_at, order_id, line
                 limit :limit
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("limit", limit)
            .query((row, n) -> new HandOver(new OrderId(row.getLong("order_id")), row.getInt("line"), "", "", 0,
                    row.getTimestamp("made_at").toInstant()))
            .list();
        var known = orders.lines(key.shop(), rows.stream().map(HandOver::order).toList()).stream()
                .collect(Collectors.toMap(line -> line.order() + "/" + line.number(), line -> line));
        return rows.stream().map(row -> row.with(known.get(row.order + "/" + row.line))).toList();
    }

    /** Whether a line of the order is on the list. */
    public boolean waits(ChannelKey key, OrderId order) {
        return jdbc.sql("""
                select exists (select 1
                                 from channel.write_back
                                where shop_id = :shop and channel_id = :channel and order_id = :order and state = 'by_hand')
                """)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("order", order.value())
            .query(Boolean.class)
            .single();
    }

    /** Somebody did it; false when the line is not on the list any more. */
    public boolean done(ChannelKey key, OrderId order, int line, String by) {
        var done = jdbc.sql("""
                update channel.write_back
                   set state = 'done', last_code = 'handed-over', done_at = :now, done_by = :by
                 where shop_id = :shop and channel_id = :channel and order_id = :order and line = :line and state = 'by_hand'
                """)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("by", by)
            .param("shop", key.shop().value())
            .param("channel", key.channel().value())
            .param("order", order.value())
            .param("line", line)
            .update() == 1;
        if (done) {
            alerts.settle(key, "hand-over", order + "/" + line);
        }
        return done;
    }

    /** A line, as the channel calls it and as we do. */
    public record HandOver(OrderId order, int line, String externalOrder, String externalLine, int quantity, Instant since) {

        HandOver with(ChannelOrderQueries.@Nullable Line known) {
            var external = known == null ? null : known.externalLine();
            return known == null ? this
                    : new HandOver(order, line, known.externalOrder(), external == null ? "" : external, known.quantity(), since);
        }
    }
}
