package io.wanqu.ordering.viewing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Adds up what a shop sold in a stretch of time, by channel. */
@Repository
class SalesQueries {

    private final JdbcClient jdbc;

    SalesQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Paid orders by channel and stretch of {@code seconds}, counted from {@code from}, as they stand now. */
    List<Sold> byChannel(ShopId shop, Instant from, Instant until, long seconds) {
        return jdbc.sql("""
                select channel_id,
                       :from::timestamptz + make_interval(secs => :seconds)
                           * floor(extract(epoch from placed_at - :from::timestamptz) / :seconds) as since,
                       count(*) as orders,
                       sum(total_minor) as amount_minor
                  from ordering.customer_order
                 where shop_id = :shop
                   and order_id >= :first
                   and order_id < :end
                   and payment_state <> 'unpaid'
                   and placed_at >= :from
                 group by channel_id, since
                 order by since, channel_id
                """)
            .param("shop", shop.value())
            .param("from", from.atOffset(ZoneOffset.UTC))
            .param("seconds", (double) seconds)
            .param("first", Ids.lowestAt(from))
            .param("end", Ids.lowestAt(until))
            .query((row, n) -> new Sold(new ChannelId(row.getLong("channel_id")), row.getTimestamp("since").toInstant(),
                    row.getLong("orders"), row.getLong("amount_minor")))
            .list();
    }

    /** @param since when the stretch begins */
    record Sold(ChannelId channel, Instant since, long orders, long amountMinor) {
    }
}
