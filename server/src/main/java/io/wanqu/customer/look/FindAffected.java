package io.wanqu.customer.look;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import io.wanqu.customer.AffectedPeople;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.privacy.CustomerId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads from orders and from the log of uses whom something touches. */
@Component
class FindAffected implements AffectedPeople {

    private static final String ORDERS = """
            select distinct member.shop_id, member.person_id
              from customer.sale
              join customer.customer as member using (shop_id, customer_id)
             where placed_at >= :from and placed_at < :until
            """;
    private static final String USES = """
            select distinct member.shop_id, member.person_id
              from customer.data_use
              left join customer.sale using (shop_id, order_id)
              join customer.customer as member on member.shop_id = data_use.shop_id
                                              and member.customer_id = coalesce(data_use.customer_id, sale.customer_id)
             where used_at >= :from and used_at < :until and (:usedBy::text is null or used_by = :usedBy)
            """;

    private final JdbcClient jdbc;

    FindAffected(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Person> find(Asked asked, @Nullable Person after, int limit) {
        return jdbc.sql("""
                with touched as (%s)
                select shop_id, person_id, account_id
                  from touched
                  left join lateral (
                       select account_id
                         from customer.customer as member
                         join customer.claim using (shop_id, customer_id)
                        where member.shop_id = touched.shop_id and member.person_id = touched.person_id
                        limit 1) as known on true
                 where (:shop::bigint is null or shop_id = :shop) and (shop_id, person_id) > (:afterShop, :afterPerson)
                 order by shop_id, person_id
                 limit :limit
                """.formatted(asked.way() == Way.ORDERS ? ORDERS : USES))
            .param("from", asked.from().atOffset(UTC))
            .param("until", asked.until().atOffset(UTC))
            .param("usedBy", asked.usedBy())
            .param("shop", asked.shop() == null ? null : asked.shop().value())
            .param("afterShop", after == null ? -1L : after.shop().value())
            .param("afterPerson", after == null ? -1L : after.customer().value())
            .param("limit", limit)
            .query((row, n) -> person(row))
            .list();
    }

    private static Person person(ResultSet row) throws SQLException {
        var account = row.getObject("account_id", Long.class);
        return new Person(new ShopId(row.getLong("shop_id")), new CustomerId(row.getLong("person_id")), account == null ? null : new AccountId(account));
    }
}
