package io.wanqu.customer.consent;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.wanqu.customer.Consents;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.privacy.CustomerId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The customer.consent table: a word for one shop goes before a word for all, and the last word counts. */
@Repository
public class ConsentTable implements Consents {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    ConsentTable(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    public void say(ShopId shop, AccountId account, Said said) {
        jdbc.sql("""
                insert into customer.consent (shop_id, consent_id, account_id, purpose, granted, wording, said_at)
                values (:shop, :id, :account, :purpose, :granted, :wording, :at)
                """)
            .param("shop", shop.value())
            .param("id", ids.next())
            .param("account", account.value())
            .param("purpose", said.purpose.text())
            .param("granted", said.granted)
            .param("wording", said.wording)
            .param("at", clock.instant().atOffset(UTC))
            .update();
    }

    @Override
    public boolean allows(ShopId shop, AccountId account, Purpose purpose) {
        return jdbc.sql("""
                select granted
                  from customer.consent
                 where account_id = :account and shop_id in (0, :shop) and purpose = :purpose
                 order by shop_id = 0, consent_id desc
                 limit 1
                """)
            .param("account", account.value())
            .param("shop", shop.value())
            .param("purpose", purpose.text())
            .query(Boolean.class)
            .optional()
            .orElse(false);
    }

    @Override
    public Set<CustomerId> allowing(ShopId shop, List<CustomerId> customers, Purpose purpose) {
        return new HashSet<>(jdbc.sql("""
                select asked.customer_id
                  from unnest(:customers) as asked (customer_id)
                  join customer.customer as named on named.shop_id = :shop and named.customer_id = asked.customer_id
                  join customer.customer as member on member.shop_id = :shop and member.person_id = named.person_id
                  join customer.claim on claim.shop_id = :shop and claim.customer_id = member.customer_id
                 cross join lateral (
                       select granted
                         from customer.consent
                        where account_id = claim.account_id and shop_id in (0, :shop) and purpose = :purpose
                        order by shop_id = 0, consent_id desc
                        limit 1) as word
                 where granted
                """)
            .param("customers", customers.stream().mapToLong(CustomerId::value).toArray())
            .param("shop", shop.value())
            .param("purpose", purpose.text())
            .query((row, n) -> new CustomerId(row.getLong("customer_id")))
            .list());
    }

    /** All that somebody ever said, newest first. */
    public List<Word> history(AccountId account) {
        return jdbc.sql("""
                select shop_id, purpose, granted, wording, said_at
                  from customer.consent
                 where account_id = :account
                 order by consent_id desc
                 limit 1000
                """)
            .param("account", account.value())
            .query((row, n) -> word(row))
            .list();
    }

    private static Word word(ResultSet row) throws SQLException {
        return new Word(new ShopId(row.getLong("shop_id")), row.getString("purpose"), row.getBoolean("granted"), row.getString("wording"),
                row.getTimestamp("said_at").toInstant());
    }

    /** @param wording what the person read when he said it, or which version of it */
    public record Said(Purpose purpose, boolean granted, String wording) {
    }

    /** @param shop {@link ShopId#PLATFORM} where it was said for all shops */
    public record Word(ShopId shop, String purpose, boolean granted, String wording, Instant at) {
    }
}
