package io.wanqu.ledger;

import java.util.List;

import io.wanqu.kernel.ShopId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the books. */
@Repository
public class LedgerQueries {

    private final JdbcClient jdbc;

    LedgerQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every account's balance, debits positive; over all accounts of a currency they sum to zero. */
    public List<Balance> balances(ShopId shop) {
        return jdbc.sql("""
                select account, currency, sum(amount) as balance_minor
                  from (select debit as account, currency, amount_minor as amount from ledger.posting where shop_id = :shop
                        union all
                        select credit, currency, -amount_minor from ledger.posting where shop_id = :shop) as side
                 group by account, currency
                 order by account, currency
                """)
            .param("shop", shop.value())
            .query((row, n) -> new Balance(row.getString("account"), row.getString("currency"), row.getLong("balance_minor")))
            .list();
    }

    /** What was booked for one source, oldest first. */
    public List<Posting> of(ShopId shop, long sourceId) {
        return jdbc.sql("""
                select source, debit, credit, amount_minor, currency
                  from ledger.posting
                 where shop_id = :shop and source_id = :source
                 order by posting_id
                """)
            .param("shop", shop.value())
            .param("source", sourceId)
            .query((row, n) -> new Posting(row.getString("source"), row.getString("debit"), row.getString("credit"),
                    row.getLong("amount_minor"), row.getString("currency")))
            .list();
    }

    public record Balance(String account, String currency, long balanceMinor) {
    }

    public record Posting(String source, String debit, String credit, long amountMinor, String currency) {
    }
}
