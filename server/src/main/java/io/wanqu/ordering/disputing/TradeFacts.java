package io.wanqu.ordering.disputing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.sealing.Sealing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the orders themselves say of how a shop trades. */
@Component
public class TradeFacts {

    private static final int SHOWN = 2;

    private final JdbcClient jdbc;
    private final Sealing sealing;

    TradeFacts(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** The ends of the address that the buyer left, enough for him to be recognised by; empty for an order without one. */
    public String buyer(ShopId shop, OrderId order) {
        return jdbc.sql("select contact from ordering.customer_order where shop_id = :shop and order_id = :order and contact is not null")
            .param("shop", shop.value())
            .param("order", order.value())
            .query((row, n) -> new String(sealing.open(shop, "ordering.customer_order/" + order, row.getBytes("contact")), StandardCharsets.UTF_8))
            .optional()
            .map(text -> text.length() < SHOWN * SHOWN * SHOWN ? "****" : text.substring(0, SHOWN) + "****" + text.substring(text.length() - SHOWN))
            .orElse("");
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
