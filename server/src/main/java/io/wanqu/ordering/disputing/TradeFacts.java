package io.wanqu.ordering.disputing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the orders themselves say of how a shop trades. */
@Component
public class TradeFacts {

    private final JdbcClient jdbc;

    TradeFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One row for each shop that was paid since then, all shops in one statement. */
    public List<Traded> since(Instant from) {
        return jdbc.sql("""
                select shop_id, count(*) as paid,
                       count(*) filter (where payment_state in ('refunding', 'part_refunded', 'refunded', 'charged_back')) as refunded,
                       coalesce(percentile_disc(0.95) within group (
                           order by greatest(0, extract(epoch from delivered_at - paid_at))::bigint), 0) as p95_seconds
                  from ordering.customer_order
                 where paid_at >= :from
                 group by shop_id
                 order by shop_id
                """)
            .param("from", from.atOffset(ZoneOffset.UTC))
            .query((row, n) -> new Traded(new ShopId(row.getLong("shop_id")), row.getLong("paid"), row.getLong("refunded"),
                    row.getLong("p95_seconds")))
            .list();
    }

    /** @param refunded orders of which money went back, or is going back */
    public record Traded(ShopId shop, long paid, long refunded, long p95Seconds) {
    }
}
