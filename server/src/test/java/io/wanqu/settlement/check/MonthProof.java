package io.wanqu.settlement.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collection;

import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.ledger.LedgerQueries;
import io.wanqu.ledger.chain.ProveBooks;
import io.wanqu.payment.ReadsBills.Kind;
import io.wanqu.payment.ReadsBills.Line;
import io.wanqu.testing.Api;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What must be true of a shop's money at every hour, and at the end of a month. */
@Component
class MonthProof {

    private final FakeBills bills;
    private final LedgerQueries ledger;
    private final ProveBooks proveBooks;
    private final Api api;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    MonthProof(FakeBills bills, LedgerQueries ledger, ProveBooks proveBooks, Api api, JdbcClient jdbc, TransactionTemplate transaction) {
        this.bills = bills;
        this.ledger = ledger;
        this.proveBooks = proveBooks;
        this.api = api;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** What the rails did, from payments, refunds, payouts and what refunds took back of them; what is held, from the books; in one snapshot. */
    void nothingIsLost(ShopId shop) {
        var snapshot = new TransactionTemplate(transaction.getTransactionManager());
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.executeWithoutResult(status -> {
            var in = sum(shop, "select coalesce(sum(amount_minor - charged_back_minor), 0) from payment.payment where shop_id = ? and rail <> 'wallet'"
                    + " and state in ('succeeded', 'refunding', 'partly_refunded', 'refunded', 'charged_back')");
            var back = sum(shop, "select coalesce(sum(amount_minor), 0) from payment.refund where shop_id = ? and rail <> 'wallet' and state = 'succeeded'");
            var out = sum(shop, "select coalesce(sum(amount_minor), 0) from settlement.payout where shop_id = ? and state = 'succeeded'");
            var takenBack = sum(shop, "select coalesce(sum(amount_minor), 0) from payment.split_back where shop_id = ? and booked");
            var balances = ledger.balances(shop);
            var held = -balances.stream().filter(it -> !it.account().startsWith("receivable:") && !it.account().startsWith("settled:"))
                    .mapToLong(LedgerQueries.Balance::balanceMinor).sum();
            assertThat(in - back - (out - takenBack)).isEqualTo(held);
            assertThat(balances.stream().mapToLong(LedgerQueries.Balance::balanceMinor).sum()).isZero();
        });
    }

    /** The sandbox has no bills, so it is given one; the providers' are their own. */
    void billsReconcile(ShopId shop, String operator, Collection<String> providers) {
        var days = jdbc.sql("select distinct day from ledger.chain_day where shop_id = ? order by day").param(shop.value()).query(LocalDate.class).list();
        bills.put(shop, days.getFirst(), jdbc.sql("""
                select 'PAYMENT' as kind, payment_id::text as number, amount_minor
                  from payment.payment
                 where shop_id = :shop and rail = 'sandbox'
                   and state in ('succeeded', 'refunding', 'partly_refunded', 'refunded', 'charged_back')
                union all
                select 'REFUND', refund_id::text, amount_minor from payment.refund where shop_id = :shop and rail = 'sandbox' and state = 'succeeded'
                union all
                select 'PAYOUT', payout_id::text, amount_minor
                  from settlement.payout
                 where shop_id = :shop and rail = 'sandbox' and state = 'succeeded'
                """)
            .param("shop", shop.value())
            .query((row, n) -> new Line(Kind.valueOf(row.getString("kind")), "T" + row.getString("number"), row.getString("number"),
                    Money.of(row.getLong("amount_minor"), "CNY"), 0))
            .list());
        for (var day : days) {
            check(shop, operator, "sandbox", day);
            providers.forEach(rail -> assertThat(check(shop, operator, rail, day)).as("lines of " + rail).isPositive());
        }
        var kinds = api.get("/api/v1/operator/shops/" + shop + "/bill-differences?limit=200", operator).json().path("items").valueStream()
                .filter(it -> !it.path("number").asString().startsWith("CHARGE"))
                .map(it -> it.path("kind").asString() + " " + it.path("number").asString()).toList();
        assertThat(kinds).isEmpty();
    }

    /** How many lines the bill has. */
    private int check(ShopId shop, String operator, String rail, LocalDate day) {
        var check = api.send("PUT", "/api/v1/operator/shops/" + shop + "/bill-checks/" + rail + "/" + day, operator, null);
        assertThat(check.status()).as(check.text()).isEqualTo(200);
        return check.json().path("lines").asInt();
    }

    void oneFlippedByteIsNamed(ShopId shop) {
        assertThat(proveBooks.prove(shop, null, progress -> { }).broken()).isNull();
        var victim = jdbc.sql("select posting_id from ledger.posting where shop_id = ? order by posting_id offset 100 limit 1").param(shop.value())
                .query(Long.class).single();
        change("update ledger.posting set amount_minor = amount_minor + 1 where posting_id = " + victim);

        var found = proveBooks.prove(shop, null, progress -> { }).broken();

        assertThat(found.posting()).isEqualTo(Long.toString(victim));
        assertThat(found.field()).isEqualTo("amount_minor");
        change("update ledger.posting set amount_minor = amount_minor - 1 where posting_id = " + victim);
        assertThat(proveBooks.prove(shop, null, progress -> { }).broken()).isNull();
    }

    private void change(String sql) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            assertThat(jdbc.sql(sql).update()).isEqualTo(1);
        });
    }

    private long sum(ShopId shop, String sql) {
        return jdbc.sql(sql).param(shop.value()).query(Long.class).single();
    }
}
