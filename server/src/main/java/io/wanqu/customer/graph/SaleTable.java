package io.wanqu.customer.graph;

import java.util.List;
import java.util.Optional;

import io.wanqu.customer.Bought;
import io.wanqu.customer.OrdersBought.Key;
import io.wanqu.customer.graph.CustomerTable.Of;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The customer.sale table: which customer an order belongs to. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class SaleTable {

    private final JdbcClient jdbc;

    SaleTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<Sold> sold) {
        if (sold.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into customer.sale (shop_id, order_id, customer_id, channel_id, placed_at)
                select shop_id, order_id, customer_id, channel_id, placed_at::timestamptz
                  from unnest(:shops, :orders, :customers, :channels, :placed) as row (shop_id, order_id, customer_id, channel_id, placed_at)
                    on conflict do nothing
                """)
            .params(Columns.of(sold).longs("shops", it -> it.of.shop().value()).longs("orders", it -> it.bought.order().value())
                    .longs("customers", it -> it.of.customer()).longs("channels", it -> it.bought.channel().value())
                    .texts("placed", it -> it.bought.at().toString()).params())
            .update();
    }

    /** To another customer than the one they were found for at first. */
    void give(List<Sold> sold) {
        if (sold.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update customer.sale
                   set customer_id = row.customer_id
                  from unnest(:shops, :orders, :customers) as row (shop_id, order_id, customer_id)
                 where sale.shop_id = row.shop_id and sale.order_id = row.order_id and sale.customer_id <> row.customer_id
                """)
            .params(Columns.of(sold).longs("shops", it -> it.of.shop().value()).longs("orders", it -> it.bought.order().value())
                    .longs("customers", it -> it.of.customer()).params())
            .update();
    }

    /** Orders of these customers, newest first. */
    public List<OrderId> of(ShopId shop, List<Long> customers, long before, int limit) {
        return jdbc.sql("""
                select order_id
                  from customer.sale
                 where shop_id = :shop and customer_id = any(:customers) and order_id < :before
                 order by order_id desc
                 limit :limit
                """)
            .param("shop", shop.value())
            .param("customers", customers.toArray(Long[]::new))
            .param("before", before)
            .param("limit", limit)
            .query((row, n) -> new OrderId(row.getLong("order_id")))
            .list();
    }

    /** Orders of every person who is this account's, in whatever shop, newest first. */
    public List<Key> of(AccountId account, long before, int limit) {
        return jdbc.sql("""
                with person as materialized (
                    select distinct shop_id, person_id
                      from customer.claim
                      join customer.customer using (shop_id, customer_id)
                     where account_id = :account)
                select sale.shop_id, sale.order_id
                  from person
                  join customer.customer using (shop_id, person_id)
                  join customer.sale using (shop_id, customer_id)
                 where order_id < :before
                 order by order_id desc
                 limit :limit
                """)
            .param("account", account.value())
            .param("before", before)
            .param("limit", limit)
            .query((row, n) -> new Key(new ShopId(row.getLong("shop_id")), new OrderId(row.getLong("order_id"))))
            .list();
    }

    Optional<Long> person(ShopId shop, OrderId order) {
        return jdbc.sql("""
                select person_id
                  from customer.sale
                  join customer.customer using (shop_id, customer_id)
                 where shop_id = :shop and order_id = :order
                """)
            .param("shop", shop.value())
            .param("order", order.value())
            .query(Long.class)
            .optional();
    }

    record Sold(Of of, Bought bought) {
    }
}
