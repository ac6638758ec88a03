package io.wanqu.channel.writeback;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

import io.wanqu.channel.account.Alerts;
import io.wanqu.channel.account.ChannelKey;
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
    private final Alerts alerts;
    private final Clock clock;

    HandOvers(JdbcClient jdbc, ChannelOrderQueries orders, Alerts alerts, Clock clock) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.alerts = alerts;
        this.clock = clock;
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
