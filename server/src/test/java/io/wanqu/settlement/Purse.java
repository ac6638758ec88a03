package io.wanqu.settlement;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.wanqu.identity.IssueToken;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Money;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.ledger.LedgerQueries;
import io.wanqu.ordering.placing.PlaceOrders;
import io.wanqu.ordering.placing.PlaceOutcome.Placed;
import io.wanqu.ordering.settling.MeetDeadlines;
import io.wanqu.payment.Notice;
import io.wanqu.payment.Refund;
import io.wanqu.payment.Refunds;
import io.wanqu.payment.SettlesPayments;
import io.wanqu.testing.Market.Stall;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Buys, pays, lets money come through and looks at it, for the tests of settling. */
@Component
public class Purse {

    private final PlaceOrders placeOrders;
    private final SettlesPayments settles;
    private final MeetDeadlines meetDeadlines;
    private final Refunds refunds;
    private final LedgerQueries ledger;
    private final Desk desk;

    Purse(PlaceOrders placeOrders, SettlesPayments settles, MeetDeadlines meetDeadlines, Refunds refunds, LedgerQueries ledger, Desk desk) {
        this.placeOrders = placeOrders;
        this.settles = settles;
        this.meetDeadlines = meetDeadlines;
        this.refunds = refunds;
        this.ledger = ledger;
        this.desk = desk;
    }

    /** A paid order whose card is handed over. */
    public Placed buy(Stall stall, int quantity) {
        var placed = (Placed) placeOrders.place(stall.order(quantity));
        settles.settle(new Notice("sandbox", "paid-" + placed.payment(), stall.shop().id(), placed.payment(), "sandbox-" + stall.shop().id(),
                placed.total(), true));
        return placed;
    }

    /** Pays what was asked for, through the sandbox. */
    public void pay(Stall stall, long payment, Money amount) {
        settles.settle(new Notice("sandbox", "paid-" + payment, stall.shop().id(), payment, "sandbox-" + stall.shop().id(), amount, true));
    }

    /** Whatever this order waits for happens now: confirmed when delivered, to be drawn when confirmed. */
    public void passTime(Stall stall, OrderId order) {
        var before = settlement(stall, order);
        desk.jdbc.sql("update ordering.customer_order set deadline = now() - interval '1 second' where shop_id = ? and order_id = ? and deadline is not null")
                .params(stall.shop().id().value(), order.value()).update();
        meetDeadlines.meetAll();
        await().atMost(60, SECONDS).until(() -> !settlement(stall, order).equals(before));
    }

    /** Sold, confirmed and to be drawn. */
    public void earn(Stall stall, int quantity) {
        var placed = buy(stall, quantity);
        passTime(stall, placed.order());
        passTime(stall, placed.order());
    }

    public void refund(Stall stall, Placed placed, long minor, String reason) {
        var refund = new Refund(stall.shop().id(), desk.ids.next(), placed.payment(), placed.order().value(), "sandbox",
                new Money(minor, placed.total().currency()), reason, "a test");
        desk.transaction.executeWithoutResult(status -> refunds.ask(List.of(refund)));
    }

    public void awaitRefunds(Stall stall) {
        await().atMost(30, SECONDS).until(() -> desk.jdbc.sql("select count(*) from payment.refund where shop_id = ? and state = 'due'")
                .param(stall.shop().id().value()).query(Long.class).single() == 0);
    }

    public String settlement(Stall stall, OrderId order) {
        return desk.jdbc.sql("select settlement_state from ordering.customer_order where shop_id = ? and order_id = ?")
                .params(stall.shop().id().value(), order.value()).query(String.class).single();
    }

    /** Credits less debits. */
    public long in(ShopId shop, String account) {
        return -ledger.balances(shop).stream().filter(it -> it.account().equals(account)).mapToLong(LedgerQueries.Balance::balanceMinor).sum();
    }

    public void assertBalanced(ShopId shop) {
        assertThat(ledger.balances(shop).stream().collect(Collectors.summingLong(LedgerQueries.Balance::balanceMinor))).isZero();
    }

    /** A token of somebody who works for the platform. */
    public String operator() {
        return operator("operator");
    }

    public String operator(String name) {
        return desk.issueToken.issue(ShopId.PLATFORM, name, Set.of(Scope.values()), null);
    }

    @Component
    static class Desk {

        private final IssueToken issueToken;
        private final JdbcClient jdbc;
        private final Ids ids;
        private final TransactionTemplate transaction;

        Desk(IssueToken issueToken, JdbcClient jdbc, Ids ids, TransactionTemplate transaction) {
            this.issueToken = issueToken;
            this.jdbc = jdbc;
            this.ids = ids;
            this.transaction = transaction;
        }
    }
}
