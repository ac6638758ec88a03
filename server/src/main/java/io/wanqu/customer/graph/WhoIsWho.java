package io.wanqu.customer.graph;

import java.util.List;
import java.util.Optional;

import io.wanqu.customer.Persons;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.privacy.CustomerId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads from the graph who somebody is. */
@Component
@Transactional(readOnly = true)
class WhoIsWho implements Persons {

    private final JdbcClient jdbc;
    private final SaleTable sales;
    private final CustomerTable customers;

    WhoIsWho(JdbcClient jdbc, SaleTable sales, CustomerTable customers) {
        this.jdbc = jdbc;
        this.sales = sales;
        this.customers = customers;
    }

    @Override
    public Optional<CustomerId> of(ShopId shop, OrderId order) {
        return sales.person(shop, order).map(CustomerId::new);
    }

    @Override
    public Optional<CustomerId> of(ShopId shop, CustomerId customer) {
        return customers.person(shop, customer.value()).map(CustomerId::new);
    }

    @Override
    public List<CustomerId> of(ShopId shop, AccountId account) {
        return jdbc.sql("""
                select distinct person_id
                  from customer.claim
                  join customer.customer using (shop_id, customer_id)
                 where account_id = :account and claim.shop_id = :shop
                 order by person_id
                """)
            .param("account", account.value())
            .param("shop", shop.value())
            .query((row, n) -> new CustomerId(row.getLong("person_id")))
            .list();
    }

    @Override
    public Optional<AccountId> account(ShopId shop, CustomerId customer) {
        return jdbc.sql("""
                select account_id
                  from customer.customer as asked
                  join customer.customer as member using (shop_id, person_id)
                  join customer.claim on claim.shop_id = member.shop_id and claim.customer_id = member.customer_id
                 where asked.shop_id = :shop and asked.customer_id = :customer
                 limit 1
                """)
            .param("shop", shop.value())
            .param("customer", customer.value())
            .query((row, n) -> new AccountId(row.getLong("account_id")))
            .optional();
    }
}
