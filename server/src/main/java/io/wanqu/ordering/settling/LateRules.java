package io.wanqu.ordering.settling;

import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ordering.late_rule table: what a shop does with money for an order that was canceled. */
@Repository
class LateRules {

    private final JdbcClient jdbc;

    LateRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Read at each such payment: they are rare. */
    boolean refundsCanceled(ShopId shop) {
        return jdbc.sql("select exists (select 1 from ordering.late_rule where shop_id = :shop and canceled = 'refund')")
            .param("shop", shop.value())
            .query(Boolean.class)
            .single();
    }

    void set(ShopId shop, boolean refund, String by) {
        jdbc.sql("""
                insert into ordering.late_rule (shop_id, canceled, changed_by)
                values (:shop, :canceled, :by)
                    on conflict (shop_id) do update
                   set canceled = excluded.canceled, changed_by = excluded.changed_by, changed_at = now()
                """)
            .param("shop", shop.value())
            .param("canceled", refund ? "refund" : "serve")
            .param("by", by)
            .update();
    }
}
