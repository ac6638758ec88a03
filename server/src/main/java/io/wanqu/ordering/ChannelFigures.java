package io.wanqu.ordering;

import java.time.Instant;
import java.time.ZoneOffset;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts how the orders of a channel went. */
@Component
public class ChannelFigures {

    private final JdbcClient jdbc;

    ChannelFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Orders paid since a moment, as they stand now. */
    public Figures since(ShopId shop, ChannelId channel, Instant from) {
        return jdbc.sql("""
                select count(*) as orders,
                       count(*) filter (where payment_state in ('refunding', 'part_refunded', 'refunded')) as refunded,
                       count(*) filter (where state in ('short', 'partial', 'paid_late')) as oversold
                  from ordering.customer_order
                 where shop_id = :shop and channel_id = :channel and paid_at >= :from
                """)
            .param("shop", shop.value())
            .param("channel", channel.value())
            .param("from", from.atOffset(ZoneOffset.UTC))
            .query((row, n) -> new Figures(row.getLong("orders"), row.getLong("refunded"), row.getLong("oversold")))
            .single();
    }

    /** @param oversold paid, and not all of it could be handed over */
    public record Figures(long orders, long refunded, long oversold) {
    }
}
