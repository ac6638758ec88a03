package io.wanqu.payment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.audit.Invariant;
import io.wanqu.ledger.Account;
import io.wanqu.ledger.LedgerQueries;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Recounts the rails from their payments and refunds, and the books from their postings. */
@Component
class MoneyInvariants implements Invariant {

    private final JdbcClient jdbc;
    private final LedgerQueries ledger;

    MoneyInvariants(JdbcClient jdbc, LedgerQueries ledger) {
        this.jdbc = jdbc;
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return "money";
    }

    @Override
    public String sentence() {
        return "the books balance, and what a rail owes in them is what it took in less what went back";
    }

    @Override
    public List<String> violations(ShopId shop) {
        var found = new ArrayList<String>();
        var sums = new HashMap<String, Long>();
        var rails = new HashMap<String, Long>();
        for (var balance : ledger.balances(shop)) {
            sums.merge(balance.currency(), balance.balanceMinor(), Math::addExact);
            rails.put(balance.account() + " " + balance.currency(), balance.balanceMinor());
        }
        sums.forEach((currency, sum) -> {
            if (sum != 0) {
                found.add("the accounts in " + currency + " sum to " + sum);
            }
        });
        moved(shop).forEach((account, minor) -> {
            var booked = rails.getOrDefault(account, 0L);
            if (booked != minor.longValue()) {
                found.add(account + " is booked as " + booked + ", recounted " + minor);
            }
        });
        found.addAll(miscounted(shop));
        return found;
    }

    private List<String> miscounted(ShopId shop) {
        return jdbc.sql("""
                select 'payment ' || payment_id || ' counts ' || returned_minor || ' of ' || returning_minor || ' returned, its refunds '
                       || coalesce(done, 0) || ' of ' || coalesce(asked, 0) as finding
                  from payment.payment
                  left join (select shop_id, payment_id, sum(amount_minor) as asked,
                                    sum(amount_minor) filter (where state = 'succeeded') as done
                               from payment.refund
                              where shop_id = :shop and state <> 'abandoned'
                              group by shop_id, payment_id) as refunds using (shop_id, payment_id)
                 where shop_id = :shop
                   and (returning_minor <> coalesce(asked, 0) or returned_minor <> coalesce(done, 0))
                 limit 100
                """)
            .param("shop", shop.value())
            .query(String.class)
            .list();
    }

    private Map<String, Long> moved(ShopId shop) {
        var moved = new HashMap<String, Long>();
        jdbc.sql("""
                select rail, currency, sum(minor) as minor
                  from (select rail, currency, amount_minor - charged_back_minor as minor
                          from payment.payment
                         where shop_id = :shop and state not in ('init', 'pending', 'unknown', 'failed', 'closed')
                        union all
                        select rail, currency, -amount_minor
                          from payment.refund
                         where shop_id = :shop and state = 'succeeded') as side
                 group by rail, currency
                """)
            .param("shop", shop.value())
            .query(row -> {
                moved.put(Account.receivable(row.getString("rail")).code() + " " + row.getString("currency"), row.getLong("minor"));
            });
        return moved;
    }
}
