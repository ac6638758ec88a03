package io.wanqu.ordering.refunding;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wanqu.kernel.audit.Audit;
import io.wanqu.ledger.LedgerQueries;
import io.wanqu.testing.Api;
import io.wanqu.testing.Buyer;
import io.wanqu.testing.Buyer.Order;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.StripeBank;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Money that goes back while something is still owed: staff and the shop's own rules together never return too much. */
@WanquTest
class OwedRefundTest {

    @Autowired
    private Api api;
    @Autowired
    private Market market;
    @Autowired
    private Buyer buyer;
    @Autowired
    private StripeBank bank;
    @Autowired
    private LedgerQueries ledger;
    @Autowired
    private Audit audit;
    @Autowired
    private JdbcClient jdbc;

    private Stall stall;
    private Order order;

    @BeforeEach
    void anOrderThatWasPaidWhenNothingWasLeft() {
        stall = market.stall(1);
        bank.connect(stall.shop());
        order = buyer.order(stall, 1, "stripe");
        var intent = buyer.intent(order);
        bank.control("/webhook", "{\"lose\":1}");
        bank.pay(intent);
        bank.control("/platform", "{\"outage\":true}");
        overdue();
        buyer.awaitState(order, "expired");
        buyer.order(stall, 1, "sandbox");
        bank.control("/platform", "{\"outage\":false}");
        jdbc.sql("update payment.attempt set due_at = now() where shop_id = ?").param(stall.shop().id().value()).update();
        buyer.awaitState(order, "paid_late");
    }

    @Test
    void all_of_it_by_staff_ends_the_waiting() {
        refund(990);

        buyer.awaitState(order, "refunded");
        assertClean();
        assertThat(buyer.look(order).path("fulfilment").asString()).isEqualTo("waiting");
    }

    @Test
    void a_part_by_staff_and_the_rest_by_the_clock() {
        refund(400);
        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(buyer.look(order).path("payment").asString()).isEqualTo("part_refunded"));
        assertThat(buyer.look(order).path("state").asString()).isEqualTo("paid_late");

        overdue();

        buyer.awaitState(order, "refunded");
        assertClean();
        assertThat(jdbc.sql("select sum(amount_minor) from payment.refund where subject = ?").param(Long.parseLong(order.number()))
                .query(Long.class).single()).isEqualTo(990);
    }

    private void refund(long minor) {
        var answer = api.post("/api/v1/orders/" + order.number() + "/refunds", api.tokenForAll(stall.shop()),
                "{\"amountMinor\":" + minor + ",\"reason\":\"it takes too long\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private void overdue() {
        jdbc.sql("update ordering.customer_order set deadline = now() - interval '1 second' where order_id = ?")
                .param(Long.parseLong(order.number())).update();
    }

    private void assertClean() {
        assertThat(ledger.balances(stall.shop().id()).stream().filter(it -> it.account().equals("receivable:stripe"))
                .mapToLong(LedgerQueries.Balance::balanceMinor).sum()).isZero();
        assertThat(audit.of(stall.shop().id()).findings()).allSatisfy(finding -> assertThat(finding.violations()).isEmpty());
    }
}
