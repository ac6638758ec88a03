package io.wanqu.ordering;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.wanqu.inventory.sharing.PoolQueries;
import io.wanqu.inventory.sharing.PoolView;
import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.Problem;
import io.wanqu.kernel.ShopId;
import io.wanqu.kernel.audit.Audit;
import io.wanqu.ledger.LedgerQueries;
import io.wanqu.ordering.placing.PlaceAsk;
import io.wanqu.ordering.placing.PlaceOrders;
import io.wanqu.ordering.placing.PlaceOutcome.Placed;
import io.wanqu.ordering.placing.PlaceOutcome.Refused;
import io.wanqu.ordering.settling.MeetDeadlines;
import io.wanqu.ordering.viewing.OrderQueries;
import io.wanqu.ordering.viewing.OrderView;
import io.wanqu.payment.Notice;
import io.wanqu.payment.SettlesPayments;
import io.wanqu.payment.SettlesPayments.Settlement;
import io.wanqu.testing.Market.Stall;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Buys, pays, lets time pass and looks, for the tests of orders. */
@Component
class Till {

    private final PlaceOrders placeOrders;
    private final SettlesPayments settles;
    private final MeetDeadlines meetDeadlines;
    private final Books books;
    private final JdbcClient jdbc;

    Till(PlaceOrders placeOrders, SettlesPayments settles, MeetDeadlines meetDeadlines, Books books, JdbcClient jdbc) {
        this.placeOrders = placeOrders;
        this.settles = settles;
        this.meetDeadlines = meetDeadlines;
        this.books = books;
        this.jdbc = jdbc;
    }

    Placed place(PlaceAsk ask) {
        return switch (placeOrders.place(ask)) {
            case Placed placed -> placed;
            case Refused refused -> throw refused.why();
        };
    }

    /** An order of one shop for several of its goods. */
    Placed place(List<Stall> stalls, int quantity) {
        var ask = stalls.getFirst().order(1);
        return place(new PlaceAsk(ask.shop(), ask.channel(),
                stalls.stream().map(stall -> new PlaceAsk.Line(stall.sku(), quantity, List.of())).toList(), ask.buyer(), ask.rail(), null,
                UUID.randomUUID().toString(), null));
    }

    Problem refusal(PlaceAsk ask) {
        return switch (placeOrders.place(ask)) {
            case Placed placed -> throw new AssertionError("was not refused: " + placed);
            case Refused refused -> refused.why();
        };
    }

    Notice notice(Stall stall, Placed placed) {
        return new Notice("sandbox", "paid-" + placed.payment(), stall.shop().id(), placed.payment(), "sandbox-" + stall.shop().id(),
                placed.total(), true);
    }

    Settlement pay(Stall stall, Placed placed) {
        return settles.settle(notice(stall, placed));
    }

    OrderView order(Stall stall, OrderId order) {
        return books.orders.find(stall.shop().id(), order).orElseThrow();
    }

    String state(Stall stall, Placed placed) {
        return order(stall, placed.order()).state();
    }

    PoolView pool(Stall stall) {
        return books.pools.get(stall.shop().id(), stall.pool());
    }

    void assertPool(Stall stall, long available, long held, long sold) {
        assertThat(pool(stall)).extracting("available", "held", "sold").containsExactly(available, held, sold);
    }

    /** Lets the time of these orders run out, and waits until somebody has seen it. */
    void runOut(Stall stall, Collection<Placed> placed, String next) {
        expire(stall, placed);
        meetDeadlines.meetAll();
        placed.forEach(it -> awaitState(stall, it.order(), next));
    }

    void expire(Stall stall, Collection<Placed> placed) {
        placed.forEach(it -> jdbc.sql("update ordering.customer_order set deadline = now() - interval '1 second' where shop_id = ? and order_id = ?")
                .params(stall.shop().id().value(), it.order().value()).update());
    }

    void awaitState(Stall stall, OrderId order, String state) {
        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(order(stall, order).state()).isEqualTo(state));
    }

    String paymentState(Stall stall, Placed placed) {
        return jdbc.sql("select state from payment.payment where shop_id = ? and payment_id = ?")
                .params(stall.shop().id().value(), placed.payment()).query(String.class).single();
    }

    long events(ShopId shop, String type) {
        return jdbc.sql("select count(*) from kernel.event where shop_id = ? and type = ?").params(shop.value(), type).query(Long.class).single();
    }

    Books books() {
        return books;
    }

    /** The shop's money and the recount of everything. */
    @Component
    static class Books {

        private final LedgerQueries ledger;
        private final Audit audit;
        private final OrderQueries orders;
        private final PoolQueries pools;

        Books(LedgerQueries ledger, Audit audit, OrderQueries orders, PoolQueries pools) {
            this.orders = orders;
            this.pools = pools;
            this.ledger = ledger;
            this.audit = audit;
        }

        long balance(ShopId shop, String account) {
            return ledger.balances(shop).stream().filter(it -> it.account().equals(account))
                    .mapToLong(LedgerQueries.Balance::balanceMinor).sum();
        }

        void assertClean(ShopId shop) {
            assertThat(ledger.balances(shop).stream().mapToLong(LedgerQueries.Balance::balanceMinor).sum()).isZero();
            assertThat(audit.of(shop).findings()).allSatisfy(finding -> assertThat(finding.violations()).isEmpty());
        }
    }
}
