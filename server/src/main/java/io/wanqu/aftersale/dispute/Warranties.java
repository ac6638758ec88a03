package io.wanqu.aftersale.dispute;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.wanqu.aftersale.AftersalePolicy;
import io.wanqu.catalog.Offers;
import io.wanqu.kernel.ShopId;
import io.wanqu.ordering.disputing.DisputedOrder;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The aftersale.warranty table: how long after delivery a buyer may complain. */
@Repository
class Warranties {

    private final JdbcClient jdbc;
    private final Offers offers;
    private final AftersalePolicy policy;

    Warranties(JdbcClient jdbc, Offers offers, AftersalePolicy policy) {
        this.jdbc = jdbc;
        this.offers = offers;
        this.policy = policy;
    }

    Duration of(ShopId shop, DisputedOrder.Line line) {
        var offer = offers.find(List.of(line.sku())).get(line.sku());
        return jdbc.sql("""
                select hours
                  from aftersale.warranty
                 where shop_id = :shop and (subject = 'pool' and subject_id = :pool or subject = 'product' and subject_id = :product)
                 order by subject
                 limit 1
                """)
            .param("shop", shop.value())
            .param("pool", line.pool().value())
            .param("product", offer == null ? 0 : offer.product())
            .query(Integer.class)
            .optional()
            .map(Duration::ofHours)
            .orElse(policy.warranty());
    }

    void set(ShopId shop, Warranty warranty, String by) {
        jdbc.sql("""
                insert into aftersale.warranty (shop_id, subject, subject_id, hours, changed_by)
                values (:shop, :subject, :id, :hours, :by)
                    on conflict (shop_id, subject, subject_id) do update
                   set hours = excluded.hours, changed_by = excluded.changed_by, changed_at = now()
                """)
            .param("shop", shop.value())
            .param("subject", warranty.subject)
            .param("id", Long.parseLong(warranty.id))
            .param("hours", warranty.hours)
            .param("by", by)
            .update();
    }

    List<Warranty> all(ShopId shop) {
        return jdbc.sql("""
                select subject, subject_id::text as id, hours, changed_at
                  from aftersale.warranty
                 where shop_id = :shop
                 order by subject, subject_id
                """)
            .param("shop", shop.value())
            .query(Warranty.class)
            .list();
    }

    /** @param subject pool or product */
    record Warranty(String subject, String id, int hours, Instant changedAt) {
    }
}
