package io.wanqu.ordering.row;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ordering.signed_in table: who was signed in when he placed an order. */
@Repository
public class SignedInOrders {

    private final JdbcClient jdbc;

    SignedInOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first word counts: a repeat of the request by somebody else changes nothing. */
    public void add(ShopId shop, OrderId order, AccountId account) {
        jdbc.sql("""
                insert into ordering.signed_in (shop_id, order_id, account_id)
                values (:shop, :order, :account)
                    on conflict do nothing
                """)
            .param("shop", shop.value())
            .param("order", order.value())
            .param("account", account.value())
            .update();
    }

    public boolean isOf(ShopId shop, OrderId order, AccountId account) {
        return jdbc.sql("select count(*) from ordering.signed_in where shop_id = :shop and order_id = :order and account_id = :account")
            .param("shop", shop.value())
            .param("order", order.value())
            .param("account", account.value())
            .query(Long.class)
            .single() == 1;
    }
}
