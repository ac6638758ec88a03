package io.wanqu.ordering.viewing;

import java.util.List;

import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.audit.Invariant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** No paid order is left without an outcome. */
@Component
class OrderInvariants implements Invariant {

    private final JdbcClient jdbc;

    OrderInvariants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public String sentence() {
        return "every paid order is delivered, refunded, or waits with a deadline that something will meet";
    }

    @Override
    public List<String> violations(ShopId shop) {
        return jdbc.sql("""
                select 'order ' || order_id || ' is ' || state || ' with deadline ' || coalesce(deadline::text, 'none') as finding
                  from ordering.customer_order
                 where shop_id = :shop
                   and state in ('paid', 'review', 'paid_late', 'short', 'partial', 'refunding', 'disputed', 'replaced')
                   and (deadline is null or deadline < now() - interval '5 minutes')
                union all
                select 'order ' || customer_order.order_id || ' is ' || customer_order.state || ' but line ' || line || ' is ' || order_line.state
                  from ordering.customer_order
                  join ordering.order_line using (shop_id, order_id)
                 where customer_order.shop_id = :shop
                   and (customer_order.state in ('delivered', 'confirmed') and order_line.state = 'waiting'
                     or customer_order.state in ('placed', 'expired', 'canceled') and order_line.state <> 'waiting')
                 limit 100
                """)
            .param("shop", shop.value())
            .query(String.class)
            .list();
    }
}
