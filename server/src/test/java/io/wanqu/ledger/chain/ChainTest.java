package io.wanqu.ledger.chain;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.chain.Canon;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.ledger.Account;
import io.wanqu.ledger.Chart;
import io.wanqu.ledger.LedgerQueries;
import io.wanqu.ledger.LedgerQueries.Balance;
import io.wanqu.ledger.Post;
import io.wanqu.ledger.Transfer;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WanquTest
class ChainTest {

    @Autowired
    private SealPostings seal;
    @Autowired
    private ProveBooks proveBooks;
    @Autowired
    private LedgerQueries ledger;
    @Autowired
    private Post post;
    @Autowired
    private ShopScope scope;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Ids ids;

    private ShopId shop;

    @BeforeEach
    void aShop() {
        shop = new ShopId(ids.next());
    }

    @Test
    void seals_everything_once_and_proves_it() {
        IntStream.range(0, 30).forEach(n -> book(n, 100 + n));
        awaitSealed();

        var proof = prove();

        assertThat(proof.broken()).isNull();
        assertThat(proof).extracting(Proof::intact, Proof::days, Proof::postings, Proof::unsealed).containsExactly(true, 1, 30L, 0L);
    }

    @Test
    void balances_are_right_before_and_after_the_seal() {
        book(1, 100);
        var fresh = ledger.balances(shop);
        awaitSealed();
        book(2, 5);

        assertThat(fresh).containsExactly(new Balance("frozen", "CNY", -100), new Balance("receivable:sandbox", "CNY", 100));
        assertThat(ledger.balances(shop)).containsExactly(new Balance("frozen", "CNY", -105), new Balance("receivable:sandbox", "CNY", 105));
        assertThat(ledger.credit(shop, Account.FROZEN, "CNY")).isEqualTo(105);
    }

    @Test
    void links_the_days_closes_them_and_keeps_what_they_came_to() {
        bookOn("2026-03-01 10:00+08", 10);
        bookOn("2026-03-01 23:59:59.999999+08", 20);
        bookOn("2026-03-02 00:00+08", 40);
        bookOn("2026-03-05 12:00+08", 80);
        awaitSealed();

        var closed = ledger.closedDays(shop, LocalDate.of(2100, 1, 1), 10);

        assertThat(closed).extracting(LedgerQueries.ClosedDay::day)
                .containsExactly(LocalDate.of(2026, 3, 5), LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 1));
        assertThat(ledger.balances(shop, LocalDate.of(2026, 3, 1))).contains(new Balance("frozen", "CNY", -30));
        assertThat(ledger.balances(shop, LocalDate.of(2026, 3, 4))).contains(new Balance("frozen", "CNY", -70));
        assertThat(ledger.balances(shop, LocalDate.of(2026, 2, 28))).isEmpty();
        assertThat(ledger.day(shop, LocalDate.of(2026, 3, 1)))
                .containsExactly(new LedgerQueries.DaySum("t", "receivable:sandbox", "frozen", "CNY", 2, 30));
        assertThat(prove()).extracting(Proof::intact, Proof::days).containsExactly(true, 3);
        assertThat(proveBooks.prove(shop, LocalDate.of(2026, 3, 2), progress -> { })).extracting(Proof::intact, Proof::days)
                .containsExactly(true, 2);
    }

    @Test
    void what_comes_after_its_day_was_closed_belongs_to_the_day_that_is_open() {
        bookOn("2026-03-01 10:00+08", 10);
        awaitSealed();

        bookOn("2026-03-01 11:00+08", 20);
        awaitSealed();

        assertThat(ledger.balances(shop, LocalDate.of(2026, 3, 1))).contains(new Balance("frozen", "CNY", -10));
        assertThat(ledger.balances(shop, LocalDate.of(2026, 3, 2))).contains(new Balance("frozen", "CNY", -30));
        assertThat(prove().intact()).isTrue();
    }

    @Test
    void a_transaction_that_runs_long_is_not_left_out() {
        var slow = ids.next();
        transaction.executeWithoutResult(status -> {
            post.post(List.of(transfer(slow, 7)));
            IntStream.range(0, 3).forEach(n -> Thread.ofVirtual().start(() -> book(n, 1)));
            await().atMost(60, SECONDS).until(() -> ledger.statement(shop, null, Long.MAX_VALUE, 10).items().size() == 3);
            assertThat(CompletableFuture.runAsync(seal::sealAll)).succeedsWithin(60, SECONDS);
        });
        awaitSealed();

        assertThat(prove()).extracting(Proof::intact, Proof::postings).containsExactly(true, 4L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            amount_minor = amount_minor + 1 | amount_minor
            debit = 'receivable:sandbax'    | debit
            credit = 'merchant'             | credit
            source = 't/8'                  | source
            source_id = source_id + 1000    | source_id
            currency = 'USD'                | currency
            xid = xid + 1                   | xid
            posted_at = posted_at + interval '1 microsecond' | posted_at
            """)
    void one_changed_byte_is_found_and_named(String change, String field) {
        IntStream.range(0, 5).forEach(n -> book(n, 100));
        awaitSealed();
        var victim = ledger.statement(shop, null, Long.MAX_VALUE, 10).items().get(2).posting();

        asOwnerWithoutTriggers("update ledger.posting set " + change + " where shop_id = " + shop + " and posting_id = " + victim);

        var proof = prove();
        assertThat(proof.intact()).isFalse();
        assertThat(proof.broken()).extracting(Proof.Break::posting, Proof.Break::field).containsExactly(victim, field);
        assertThat(proof.broken().byteInCopy()).isPositive();
    }

    @Test
    void the_place_of_the_byte_is_told() {
        var entry = new Entry(1, 22, 3, "s", 4, "frozen", "merchant", 990, "CNY", 5, LocalDate.EPOCH);
        var sealed = Entry.CANON.of(entry);
        var other = new Entry(1, 22, 3, "s", 4, "frozen", "merchant", 991, "CNY", 5, LocalDate.EPOCH);

        assertThat(new String(sealed)).isEqualTo("1:1,2:22,1:3,1:s,1:4,6:frozen,8:merchant,3:990,3:CNY,1:5,");
        assertThat(Entry.CANON.compare(sealed, List.of(other), List.of(22L))).isEqualTo(new Canon.Difference(22, "amount_minor", 45, 45));
        assertThat(Entry.CANON.compare(sealed, List.of(entry), List.of(22L))).isNull();
    }

    static Stream<String[]> otherTampering() {
        return Stream.of(
                new String[] {"delete from ledger.posting where shop_id = SHOP and amount_minor = 102", "gone"},
                new String[] {"update ledger.chain set copy = overlay(copy placing '\\x30'::bytea from 3 for 1) where shop_id = SHOP", "copy/shop_id"},
                new String[] {"update ledger.chain set hash = sha256('x') where shop_id = SHOP", "hash"},
                new String[] {"update ledger.chain set previous = sha256('x') where shop_id = SHOP", "previous"},
                new String[] {"update ledger.chain_day set last_hash = sha256('x') where shop_id = SHOP", "last_hash"},
                new String[] {"update ledger.chain_day set previous_root = sha256('x') where shop_id = SHOP", "previous_root"},
                new String[] {"update ledger.chain_day set root = sha256('x'), closed_at = now() where shop_id = SHOP", "root"},
                new String[] {"delete from ledger.chain where shop_id = SHOP", "last_hash"},
                new String[] {"update ledger.balance set debit_minor = debit_minor + 1 where shop_id = SHOP", "balance"},
                new String[] {"""
                    insert into ledger.posting (shop_id, posting_id, source, source_id, debit, credit, amount_minor, currency, xid)
                    values (SHOP, 1, 'x', 1, 'frozen', 'merchant', 1, 'CNY', 1)""", "chain"});
    }

    @ParameterizedTest
    @MethodSource("otherTampering")
    void whatever_else_is_tampered_with_is_found(String sql, String field) {
        IntStream.range(0, 5).forEach(n -> book(n, 100 + n));
        awaitSealed();

        asOwnerWithoutTriggers(sql.replace("SHOP", shop.text()));

        assertThat(prove().broken()).extracting(Proof.Break::field).isEqualTo(field);
    }

    @Test
    void changed_balances_of_a_closed_day_are_found() {
        bookOn("2026-03-01 10:00+08", 10);
        awaitSealed();

        asOwnerWithoutTriggers("update ledger.day_balance set credit_minor = 11 where shop_id = " + shop + " and account = 'frozen'");

        assertThat(prove().broken()).extracting(Proof.Break::field).isEqualTo("day_balance");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update ledger.posting set amount_minor = 1", "delete from ledger.posting", "update ledger.chain set seq = 9",
            "delete from ledger.chain", "truncate ledger.chain", "insert into ledger.chain (shop_id) values (1)",
            "update ledger.chain_day set links = 9", "delete from ledger.chain_day", "update ledger.balance set debit_minor = 0",
            "delete from ledger.day_balance", "select below from ledger.sealer"})
    void the_role_of_a_shop_may_not_touch_it(String sql) {
        book(1, 100);

        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> scope.in(shop, () -> jdbc.sql(sql).query().listOfRows()))
                .havingRootCause().withMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update ledger.chain set seq = 9", "delete from ledger.chain", "truncate ledger.chain", "truncate ledger.chain_day",
            "delete from ledger.day_balance", "update ledger.day_balance set debit_minor = 1", "delete from ledger.chain_day",
            "update ledger.chain_day set links = 9 where root is not null"})
    void not_even_the_owner_changes_what_is_sealed(String sql) {
        bookOn("2026-03-01 10:00+08", 10);
        awaitSealed();

        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> jdbc.sql(sql).update())
                .havingRootCause().withMessageContaining("the ledger is append-only");
        assertThat(prove().intact()).isTrue();
    }

    @Test
    void the_database_knows_the_same_chart_of_accounts() {
        var other = new ArrayList<String>();
        for (var account : Chart.values()) {
            var against = account == Chart.SUSPENSE ? Account.FROZEN : Account.SUSPENSE;
            transaction.executeWithoutResult(status -> post.post(List.of(
                    new Transfer(shop, "t", 1, account.account("x"), against, Money.of(1, "CNY")))));
            other.add(account.code());
        }
        var unknown = new Transfer(shop, "t", 2, new Account("pocket"), Account.FROZEN, Money.of(1, "CNY"));

        assertThat(ledger.of(shop, 1)).hasSize(other.size());
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> transaction.executeWithoutResult(status -> post.post(List.of(unknown))));
        assertThat(ledger.of(shop, 2)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, Long.MIN_VALUE, Long.MAX_VALUE, 1_000_000_000_000_001L})
    void an_amount_that_is_not_reasonable_is_refused(long minor) {
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> book(3, minor));
        assertThat(ledger.of(shop, 3)).isEmpty();
    }

    private Proof prove() {
        return proveBooks.prove(shop, null, progress -> { });
    }

    private void book(long source, long minor) {
        transaction.executeWithoutResult(status -> post.post(List.of(transfer(source, minor))));
    }

    private Transfer transfer(long source, long minor) {
        return new Transfer(shop, "t/7", source, Account.receivable("sandbox"), Account.FROZEN, Money.of(minor, "CNY"));
    }

    private void bookOn(String at, long minor) {
        jdbc.sql("""
                insert into ledger.posting (shop_id, posting_id, source, source_id, debit, credit, amount_minor, currency, posted_at)
                values (:shop, :id, 't', :id, 'receivable:sandbox', 'frozen', :minor, 'CNY', :at::timestamptz)
                """).param("shop", shop.value()).param("id", ids.next()).param("minor", minor).param("at", at).update();
    }

    private void awaitSealed() {
        await().atMost(60, SECONDS).untilAsserted(() -> {
            seal.sealAll();
            assertThat(prove()).extracting(Proof::unsealed).isEqualTo(0L);
            assertThat(jdbc.sql("select count(*) from ledger.chain_day where shop_id = ? and root is null and day < '2026-04-01'")
                    .param(shop.value()).query(Long.class).single()).isZero();
        });
    }

    /** What somebody with all rights over the database would do. */
    private void asOwnerWithoutTriggers(String sql) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            assertThat(jdbc.sql(sql).update()).isPositive();
        });
    }
}
