package io.wanqu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.database.ShopScope;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WanquTest
class LedgerTest {

    @Autowired
    private Post post;
    @Autowired
    private LedgerQueries ledger;
    @Autowired
    private ShopScope scope;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Ids ids;

    private ShopId shop;
    private Transfer paid;

    @BeforeEach
    void aShopThatWasPaid() {
        shop = new ShopId(ids.next());
        paid = new Transfer(shop, "order.paid", 7, Account.receivable("sandbox"), Account.FROZEN, Money.of(990, "CNY"));
        book(paid);
    }

    @Test
    void every_movement_has_two_sides_and_they_sum_to_zero() {
        book(new Transfer(shop, "order.confirmed", 7, Account.FROZEN, Account.MERCHANT, Money.of(700, "CNY")));

        assertThat(ledger.balances(shop)).containsExactly(
                new LedgerQueries.Balance("frozen", "CNY", -290),
                new LedgerQueries.Balance("merchant", "CNY", -700),
                new LedgerQueries.Balance("receivable:sandbox", "CNY", 990));
        assertThat(ledger.of(shop, 7)).extracting(LedgerQueries.Posting::source).containsExactly("order.paid", "order.confirmed");
    }

    @Test
    void the_same_movement_is_booked_once_however_often_and_at_once() throws Exception {
        var acts = new ArrayList<Callable<Object>>();
        for (var n = 0; n < 30; n++) {
            acts.add(() -> {
                book(paid, paid);
                return paid;
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(acts)) {
                done.get();
            }
        }

        assertThat(ledger.of(shop, 7)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update ledger.posting set amount_minor = 1", "delete from ledger.posting", "truncate ledger.posting",
            "update ledger.posting set amount_minor = 1 where false"})
    void nobody_changes_what_was_booked(String sql) {
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> jdbc.sql(sql).update())
                .havingRootCause().withMessageContaining("the ledger is append-only");

        assertThat(ledger.of(shop, 7)).extracting(LedgerQueries.Posting::amountMinor).containsExactly(990L);
    }

    @Test
    void an_amount_that_is_nothing_or_goes_nowhere_is_refused() {
        var nothing = new Transfer(shop, "x", 8, Account.FROZEN, Account.MERCHANT, Money.of(0, "CNY"));
        var nowhere = new Transfer(shop, "x", 8, Account.FROZEN, Account.FROZEN, Money.of(1, "CNY"));

        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> book(nothing));
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> book(nowhere));
        assertThat(ledger.of(shop, 8)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"inventory.pool", "inventory.allocation", "inventory.allocation_change", "inventory.hold",
            "ordering.customer_order", "ordering.order_line", "payment.payment", "payment.rail_event", "payment.refund", "ledger.posting"})
    void a_shop_sees_only_its_own_rows(String table) {
        var other = new ShopId(ids.next());
        book(new Transfer(other, "order.paid", 7, Account.receivable("sandbox"), Account.FROZEN, Money.of(5, "CNY")));

        var foreign = scope.in(shop, () -> jdbc.sql("select count(*) from " + table + " where shop_id <> ?").param(shop.value())
                .query(Long.class).single());
        var shops = scope.in(shop, () -> jdbc.sql("select count(distinct shop_id) from " + table).query(Long.class).single());

        assertThat(foreign).isZero();
        assertThat(shops).isEqualTo(table.equals("ledger.posting") ? 1 : 0);
    }

    private void book(Transfer... transfers) {
        transaction.executeWithoutResult(status -> post.post(List.of(transfers)));
    }
}
