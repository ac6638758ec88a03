package io.wanqu.customer.me;

import java.util.List;

import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the persons that are an account's, in whatever shop. */
@Repository
class MyCustomers {

    private final JdbcClient jdbc;

    MyCustomers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Mine> of(AccountId account) {
        return jdbc.sql("""
                select distinct shop_id, person_id
                  from customer.claim
                  join customer.customer using (shop_id, customer_id)
                 where account_id = :account
                 order by shop_id, person_id
                 limit 1000
                """)
            .param("account", account.value())
            .query((row, n) -> new Mine(new ShopId(row.getLong("shop_id")), row.getLong("person_id")))
            .list();
    }

    record Mine(ShopId shop, long person) {
    }
}
