package io.wanqu.privacy.incident;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

import io.wanqu.customer.AffectedPeople.Person;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.privacy.CustomerId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The privacy.affected table: whom an incident touches, and what each was promised. */
@Repository
class AffectedTable {

    private final JdbcClient jdbc;

    AffectedTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public int add(long incident, List<Person> people, String foundBy) {
        return jdbc.sql("""
                insert into privacy.affected (shop_id, incident_id, customer_id, account_id, found_by)
                select shop_id, :incident, customer_id, account_id, :foundBy
                  from unnest(:shops, :customers, :accounts) as row (shop_id, customer_id, account_id)
                    on conflict do nothing
                """)
            .params(Columns.of(people).longs("shops", it -> it.shop().value()).longs("customers", it -> it.customer().value())
                    .nullableLongs("accounts", it -> it.account() == null ? null : it.account().value())
                    .and("incident", incident).and("foundBy", foundBy).params())
            .update();
    }

    /** Everybody who was promised nothing yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int promise(long incident, String words, @Nullable Money amount, Instant at) {
        return jdbc.sql("""
                update privacy.affected
                   set promise = :words, amount_minor = :amount, currency = :currency, promised_at = :at
                 where incident_id = :incident and promise is null
                """)
            .param("words", words)
            .param("amount", amount == null ? null : amount.minor())
            .param("currency", amount == null ? null : amount.currency().getCurrencyCode())
            .param("at", at.atOffset(UTC))
            .param("incident", incident)
            .update();
    }

    long count(long incident) {
        return jdbc.sql("select count(*) from privacy.affected where incident_id = :incident").param("incident", incident).query(Long.class).single();
    }

    List<Affected> list(long incident, long before, int limit) {
        return jdbc.sql("""
                select shop_id, incident_id, customer_id, account_id, found_by, promise, amount_minor, currency, promised_at, kept_at
                  from privacy.affected
                 where incident_id = :incident and customer_id < :before
                 order by customer_id desc
                 limit :limit
                """)
            .param("incident", incident)
            .param("before", before)
            .param("limit", limit)
            .query((row, n) -> affected(row))
            .list();
    }

    List<Affected> of(AccountId account) {
        return jdbc.sql("""
                select shop_id, incident_id, customer_id, account_id, found_by, promise, amount_minor, currency, promised_at, kept_at
                  from privacy.affected
                 where account_id = :account
                 order by incident_id desc
                 limit 200
                """)
            .param("account", account.value())
            .query((row, n) -> affected(row))
            .list();
    }

    private static Affected affected(ResultSet row) throws SQLException {
        var account = row.getObject("account_id", Long.class);
        var amount = row.getObject("amount_minor", Long.class);
        return new Affected(new ShopId(row.getLong("shop_id")), row.getLong("incident_id"), new CustomerId(row.getLong("customer_id")),
                account == null ? null : new AccountId(account), row.getString("found_by"), row.getString("promise"),
                amount == null ? null : Money.of(amount, row.getString("currency")), instant(row.getTimestamp("promised_at")),
                instant(row.getTimestamp("kept_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    record Affected(ShopId shop, long incident, CustomerId customer, @Nullable AccountId account, String foundBy, @Nullable String promise,
            @Nullable Money amount, @Nullable Instant promisedAt, @Nullable Instant keptAt) {
    }
}
