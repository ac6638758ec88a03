package io.wanqu.customer.graph;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import io.wanqu.customer.Sign;
import io.wanqu.customer.graph.CustomerTable.Of;
import io.wanqu.customer.graph.EvidenceTable.Row;
import io.wanqu.kernel.AccountId;
import io.wanqu.kernel.Columns;
import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The customer.proof and customer.claim tables: which signs an account has proved, and which customers are his by that. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ClaimTable {

    private final JdbcClient jdbc;

    ClaimTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last one who proved a sign has it: numbers change hands, and who can read its messages today is its owner. */
    void prove(AccountId account, Sign.Kind kind, byte[] hash, Instant at) {
        jdbc.sql("""
                insert into customer.proof (account_id, kind, hash, proved_at)
                values (:account, :kind, :hash, :at)
                    on conflict (kind, hash) do update set account_id = excluded.account_id, proved_at = excluded.proved_at
                """)
            .param("account", account.value())
            .param("kind", kind.text())
            .param("hash", hash)
            .param("at", at.atOffset(UTC))
            .update();
    }

    boolean withdraw(AccountId account, Sign.Kind kind, byte[] hash) {
        return jdbc.sql("delete from customer.proof where account_id = :account and kind = :kind and hash = :hash")
            .param("account", account.value())
            .param("kind", kind.text())
            .param("hash", hash)
            .update() == 1;
    }

    /** Shops in which somebody has this sign. */
    List<ShopId> shopsWith(Sign.Kind kind, byte[] hash) {
        return jdbc.sql("select shop_id from customer.evidence where strong and kind = :kind and hash = :hash")
            .param("kind", kind.text())
            .param("hash", hash)
            .query((row, n) -> new ShopId(row.getLong("shop_id")))
            .list();
    }

    /** Shops in which somebody with this sign is not the account's yet. */
    List<ShopId> shopsToClaim(AccountId account, Sign.Kind kind, byte[] hash) {
        return jdbc.sql("""
                select shop_id
                  from customer.evidence
                 where strong and kind = :kind and hash = :hash
                   and not exists (select 1 from customer.claim
                                    where claim.shop_id = evidence.shop_id and claim.customer_id = evidence.customer_id and account_id = :account)
                """)
            .param("account", account.value())
            .param("kind", kind.text())
            .param("hash", hash)
            .query((row, n) -> new ShopId(row.getLong("shop_id")))
            .list();
    }

    /**
     * The customers with this sign become the account's, but where the person is another account's already: what that one
     * bought is not for the next owner of a number to see.
     */
    int claim(AccountId account, Sign.Kind kind, byte[] hash, Instant at) {
        return jdbc.sql("""
                insert into customer.claim (shop_id, customer_id, account_id, claimed_at)
                select customer.shop_id, customer.customer_id, :account, :at
                  from customer.evidence
                  join customer.customer using (shop_id, customer_id)
                 where strong and kind = :kind and hash = :hash
                   and not exists (
                       select 1
                         from customer.customer as member
                         join customer.claim on claim.shop_id = member.shop_id and claim.customer_id = member.customer_id
                        where member.shop_id = customer.shop_id and member.person_id = customer.person_id
                          and claim.account_id <> :account)
                    on conflict do nothing
                """)
            .param("account", account.value())
            .param("at", at.atOffset(UTC))
            .param("kind", kind.text())
            .param("hash", hash)
            .update();
    }

    /** A log-in is nobody else's. */
    void claim(Of of, AccountId account, Instant at) {
        jdbc.sql("""
                insert into customer.claim (shop_id, customer_id, account_id, claimed_at)
                values (:shop, :customer, :account, :at)
                    on conflict do nothing
                """)
            .param("shop", of.shop().value())
            .param("customer", of.customer())
            .param("account", account.value())
            .param("at", at.atOffset(UTC))
            .update();
    }

    void release(AccountId account, Sign.Kind kind, byte[] hash) {
        jdbc.sql("""
                delete from customer.claim
                 using customer.evidence
                 where claim.account_id = :account
                   and evidence.shop_id = claim.shop_id and evidence.customer_id = claim.customer_id
                   and strong and kind = :kind and hash = :hash
                """)
            .param("account", account.value())
            .param("kind", kind.text())
            .param("hash", hash)
            .update();
    }

    /** New customers whose sign was proved before they were seen; returns whose they are now. */
    List<Claimed> claimProved(List<Row> fresh, Instant at) {
        if (fresh.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                insert into customer.claim (shop_id, customer_id, account_id, claimed_at)
                select shop_id, customer_id, account_id, :at
                  from unnest(:shops, :customers, :kinds, :hashes) as fresh (shop_id, customer_id, kind, hash)
                  join customer.proof using (kind, hash)
                    on conflict do nothing
                returning shop_id, customer_id, account_id
                """)
            .params(Columns.of(fresh).longs("shops", it -> it.of().shop().value()).longs("customers", it -> it.of().customer())
                    .texts("kinds", it -> it.sign().kind().text()).bytes("hashes", Row::hash).and("at", at.atOffset(UTC)).params())
            .query((row, n) -> new Claimed(new Of(new ShopId(row.getLong("shop_id")), row.getLong("customer_id")), new AccountId(row.getLong("account_id"))))
            .list();
    }

    /** Accounts that have claimed some customer of these persons. */
    List<AccountId> accounts(ShopId shop, Collection<Long> persons) {
        return jdbc.sql("""
                select distinct account_id
                  from customer.customer
                  join customer.claim using (shop_id, customer_id)
                 where shop_id = :shop and person_id = any(:persons)
                """)
            .param("shop", shop.value())
            .param("persons", persons.toArray(Long[]::new))
            .query((row, n) -> new AccountId(row.getLong("account_id")))
            .list();
    }

    /** A customer, and whose he is. */
    record Claimed(Of of, AccountId account) {
    }
}
