package io.wanqu.ordering.buyers;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;

import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.privacy.PersonalRecords;
import io.wanqu.kernel.privacy.Subject;
import io.wanqu.ordering.row.OrderSecrets;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The contacts that buyers left with their orders. */
@Component
class OrderContacts implements PersonalRecords {

    private final JdbcClient jdbc;
    private final OrderSecrets secrets;

    OrderContacts(JdbcClient jdbc, OrderSecrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    @Override
    public String kind() {
        return "ordering.contact";
    }

    @Override
    public void read(Subject subject, Consumer<Object> out) {
        jdbc.sql("select order_id, contact, placed_at from ordering.customer_order where shop_id = :shop and order_id = any(:orders) and contact is not null")
            .param("shop", subject.shop().value())
            .param("orders", subject.orderIds())
            .query(row -> {
                var order = new OrderId(row.getLong("order_id"));
                out.accept(new Left(order, secrets.openContact(subject.shop(), order, row.getBytes("contact")), row.getTimestamp("placed_at").toInstant()));
            });
    }

    @Override
    public int destroy(Subject subject) {
        return jdbc.sql("update ordering.customer_order set contact = null where shop_id = :shop and order_id = any(:orders) and contact is not null")
            .param("shop", subject.shop().value())
            .param("orders", subject.orderIds())
            .update();
    }

    /** Only of orders that have come to their end. */
    @Override
    public int expire(Instant before, int limit) {
        return jdbc.sql("""
                with old as materialized (
                    select shop_id, order_id
                      from ordering.customer_order
                     where contact is not null and placed_at < :before
                       and state in ('expired', 'canceled', 'confirmed', 'refunded')
                     order by placed_at
                     limit :limit
                       for update skip locked)
                update ordering.customer_order
                   set contact = null
                  from old
                 where customer_order.shop_id = old.shop_id and customer_order.order_id = old.order_id
                """)
            .param("before", before.atOffset(ZoneOffset.UTC))
            .param("limit", limit)
            .update();
    }

    private record Left(OrderId order, String contact, Instant at) {
    }
}
