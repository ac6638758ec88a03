package io.wanqu.customer.use;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.wanqu.customer.DataUses;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The customer.data_use table. */
@Repository
public class DataUseTable implements DataUses {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    DataUseTable(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(ShopId shop, List<Use> uses) {
        jdbc.sql("""
                insert into customer.data_use (shop_id, use_id, customer_id, account_id, order_id, field, purpose, reason, used_by, used_at)
                select :shop, use_id, customer_id, account_id, order_id, field, purpose, reason, used_by, :at
                  from unnest(:ids, :customers, :accounts, :orders, :fields, :purposes, :reasons, :by)
                    as row (use_id, customer_id, account_id, order_id, field, purpose, reason, used_by)
                """)
            .params(Columns.of(uses).longs("ids", it -> ids.next())
                    .nullableLongs("customers", it -> it.about().customer() == null ? null : it.about().customer().value())
                    .nullableLongs("accounts", it -> it.about().account() == null ? null : it.about().account().value())
                    .nullableLongs("orders", it -> it.about().order() == null ? null : it.about().order().value())
                    .texts("fields", Use::field).texts("purposes", it -> it.purpose().text()).texts("reasons", Use::reason).texts("by", Use::by)
                    .and("shop", shop.value()).and("at", clock.instant().atOffset(UTC)).params())
            .update();
    }

    /** All uses of what is known of an account: of itself, of the customers that are his, and of their orders; newest first. */
    public List<Noted> of(AccountId account, long before, int limit) {
        return jdbc.sql("""
                with person as materialized (
                    select distinct shop_id, person_id
                      from customer.claim
                      join customer.customer using (shop_id, customer_id)
                     where account_id = :account),
                member as materialized (
                    select shop_id, customer_id
                      from person
                      join customer.customer using (shop_id, person_id)),
                found as (
                    select shop_id, use_id
                      from customer.data_use
                     where account_id = :account
                     union
                    select shop_id, use_id
                      from member
                      join customer.data_use using (shop_id, customer_id)
                     union
                    select shop_id, use_id
                      from member
                      join customer.sale using (shop_id, customer_id)
                      join customer.data_use using (shop_id, order_id))
                select shop_id, use_id, order_id, field, purpose, reason, used_by, used_at
                  from found
                  join customer.data_use using (shop_id, use_id)
                 where use_id < :before
                 order by use_id desc
                 limit :limit
                """)
            .param("account", account.value())
            .param("before", before)
            .param("limit", limit)
            .query((row, n) -> noted(row))
            .list();
    }

    private static Noted noted(ResultSet row) throws SQLException {
        @Nullable Long order = row.getObject("order_id", Long.class);
        return new Noted(row.getLong("use_id"), new ShopId(row.getLong("shop_id")), order == null ? null : new OrderId(order), row.getString("field"),
                row.getString("purpose"), row.getString("reason"), row.getString("used_by"), row.getTimestamp("used_at").toInstant());
    }

    /** A use as the person reads it. */
    public record Noted(long id, ShopId shop, @Nullable OrderId order, String field, String purpose, String reason, String by, Instant at) {
    }
}
