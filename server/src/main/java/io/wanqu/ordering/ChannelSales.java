package io.wanqu.ordering;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import io.wanqu.kernel.ChannelId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.SkuId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds up what was sold, channel by channel and day by day, from the orders themselves. */
@Component
public class ChannelSales {

    private final JdbcClient jdbc;

    ChannelSales(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Orders paid within the days, both included; what went back of them counts against the day of the sale. */
    public List<Sold> sold(ShopId shop, LocalDate from, LocalDate to, ZoneId zone) {
        return jdbc.sql("""
                select channel_id, (paid_at at time zone :zone)::date as day, sku_id,
                       sum(quantity) filter (where order_line.state not in ('refunding', 'refunded')) as units,
                       sum(amount_minor) as sales,
                       coalesce(sum(amount_minor) filter (where order_line.state in ('refunding', 'refunded')), 0) as refunds,
                       count(distinct order_id) filter (where customer_order.state in ('disputed', 'replaced')) as defects
                  from ordering.customer_order
                  join ordering.order_line using (shop_id, order_id)
                 where shop_id = :shop and paid_at >= :from and paid_at < :until
                 group by channel_id, day, sku_id
                 order by channel_id, day, sku_id
                """)
            .param("shop", shop.value())
            .param("zone", zone.getId())
            .param("from", from.atStartOfDay(zone).toOffsetDateTime())
            .param("until", to.plusDays(1).atStartOfDay(zone).toOffsetDateTime())
            .query((row, n) -> new Sold(new ChannelId(row.getLong("channel_id")), row.getObject("day", LocalDate.class),
                    new SkuId(row.getLong("sku_id")), row.getLong("units"), row.getLong("sales"), row.getLong("refunds"), row.getLong("defects")))
            .list();
    }

    /**
     * What a channel sold of a SKU on a day.
     *
     * @param units   those that were kept
     * @param defects orders that are disputed or were replaced
     */
    public record Sold(ChannelId channel, LocalDate day, SkuId sku, long units, long salesMinor, long refundsMinor, long defects) {
    }
}
