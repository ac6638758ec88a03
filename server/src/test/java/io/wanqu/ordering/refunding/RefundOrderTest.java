package io.wanqu.ordering.refunding;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;

import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.audit.Audit;
import io.wanqu.ledger.LedgerQueries;
import io.wanqu.testing.Api;
import io.wanqu.testing.Buyer;
import io.wanqu.testing.Buyer.Order;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.StripeBank;
import io.wanqu.testing.Together;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;

/** Money that goes back by staff or by the buyer's bank, in parts, doubled, failed, disputed; the books are counted each time. */
@WanquTest
class RefundOrderTest {

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
    private String intent;

    @BeforeEach
    void aDeliveredOrder() {
        stall = market.stall(5);
        bank.connect(stall.shop());
        order = buyer.order(stall, 2, "stripe");
        intent = buyer.intent(order);
        bank.pay(intent);
        buyer.awaitState(order, "delivered");
    }

    @AfterEach
    void theBooksAreRight() {
        bank.control("/platform", "{\"refundsBecome\":\"succeeded\"}");
        bank.control("/fault", "{\"clear\":true}");
        assertThat(audit.of(stall.shop().id()).findings()).allSatisfy(finding -> assertThat(finding.violations()).isEmpty());
    }

    @Test
    void a_part_goes_back_and_the_rest_is_earned() {
        var refund = refund(500, "one code was used");

        assertThat(refund.status()).as(refund.text()).isEqualTo(201);
        assertThat(refund.json().path("state").asString()).isEqualTo("due");
        awaitMoney("part_refunded");
        assertThat(buyer.payment(order).path("state").asString()).isEqualTo("partly_refunded");
        assertBalances(1480, 1480, 0);

        confirm();
        assertBalances(1480, 0, 1480);
    }

    @Test
    void all_goes_back_and_the_order_is_over() {
        refund(500, "one code was used");
        awaitMoney("part_refunded");

        assertThat(refund(1480, "and the other one too").status()).isEqualTo(201);

        buyer.awaitState(order, "refunded");
        assertThat(buyer.payment(order).path("state").asString()).isEqualTo("refunded");
        assertBalances(0, 0, 0);
    }

    @Test
    void never_more_than_was_paid() {
        var tooMuch = refund(1981, "a generous mood");

        assertThat(tooMuch.code()).isEqualTo("ordering.refund-too-large");
        assertThat(tooMuch.json().path("leftMinor").asLong()).isEqualTo(1980);
        assertThat(refunds()).isZero();
    }

    @Test
    void two_clerks_who_refund_the_same_thing_refund_once() throws Exception {
        var answers = Together.run(2, n -> refund(500, "one code was used"));

        assertThat(answers).extracting(answer -> answer.json().path("id").asString()).doesNotContain("").hasSize(2);
        assertThat(answers.stream().map(answer -> answer.json().path("id").asString()).distinct()).hasSize(1);
        awaitMoney("part_refunded");
        assertThat(refunds()).isEqualTo(1);
        assertBalances(1480, 1480, 0);
        assertThat(refund(700, "one code was used").code()).isEqualTo("ordering.refund-reason-used");
    }

    @Test
    void a_hundred_refunds_at_once_return_what_was_paid_and_no_more() throws Exception {
        var answers = Together.run(100, n -> refund(200, "reason number " + n));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(9);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(91);
        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(buyer.payment(order).path("state").asString()).isEqualTo("partly_refunded"));
        assertThat(bank.look("/refunds?intent=" + intent).size()).isEqualTo(9);
        awaitMoney("part_refunded");
        assertBalances(180, 180, 0);
    }

    @Test
    void after_the_confirmation_the_shop_pays() {
        confirm();
        assertBalances(1980, 0, 1980);

        refund(500, "one code was used");

        awaitMoney("part_refunded");
        assertBalances(1480, 0, 1480);
    }

    @Test
    void a_refund_whose_answer_was_lost_is_sent_again_and_is_one() {
        bank.control("/fault", "{\"method\":\"POST /v1/refunds\",\"after\":true,\"code\":500,\"times\":1}");
        refund(500, "one code was used");
        await().atMost(60, SECONDS).until(() -> bank.look("/refunds?intent=" + intent).size() == 1);

        sendNow();

        awaitMoney("part_refunded");
        assertThat(bank.look("/refunds?intent=" + intent).size()).isEqualTo(1);
        assertBalances(1480, 1480, 0);
    }

    @Test
    void a_refund_that_takes_its_time_is_asked_after() {
        bank.control("/platform", "{\"refundsBecome\":\"pending\"}");
        refund(500, "one code was used");
        await().atMost(60, SECONDS).until(() -> stateOfRefund().equals("processing"));
        assertBalances(1980, 1980, 0);

        bank.control("/webhook", "{\"lose\":1}");
        bank.control("/refund", "{\"refund\":\"" + bank.look("/refunds?intent=" + intent).get(0).path("id").asString() + "\"}");
        sendNow();

        awaitMoney("part_refunded");
        assertBalances(1480, 1480, 0);
    }

    @Test
    void a_failed_refund_is_shown_with_what_to_do_and_tried_again() {
        bank.control("/platform", "{\"refundsBecome\":\"failed\"}");
        refund(500, "one code was used");
        await().atMost(60, SECONDS).until(() -> failed().size() == 1);
        var refund = failed().get(0);
        assertThat(refund.path("whatToDo").asString()).contains("try again");
        assertThat(refund.path("why").asString()).contains("lost_or_stolen_card");
        assertThat(buyer.payment(order).path("state").asString()).isEqualTo("refunding");
        assertThat(refund(1980, "everything at once").code()).isEqualTo("ordering.refund-too-large");

        bank.control("/platform", "{\"refundsBecome\":\"succeeded\"}");
        assertThat(staff("POST", "/api/v1/failed-refunds/" + refund.path("id").asString() + "/tries").status()).isEqualTo(202);

        awaitMoney("part_refunded");
        assertBalances(1480, 1480, 0);
        assertThat(staff("POST", "/api/v1/failed-refunds/" + refund.path("id").asString() + "/tries").code())
                .isEqualTo("payment.refund-not-failed");
    }

    @Test
    void a_failed_refund_that_is_given_up_leaves_the_money_where_it_was() {
        bank.control("/platform", "{\"refundsBecome\":\"failed\"}");
        refund(500, "one code was used");
        await().atMost(60, SECONDS).until(() -> failed().size() == 1);

        assertThat(staff("PUT", "/api/v1/failed-refunds/" + failed().get(0).path("id").asString() + "/abandonment").status()).isEqualTo(204);

        awaitMoney("paid");
        assertThat(buyer.payment(order).path("state").asString()).isEqualTo("succeeded");
        assertBalances(1980, 1980, 0);
        assertThat(failed().size()).isZero();
    }

    @Test
    void a_charge_back_takes_frozen_money_and_its_winning_brings_it_back() {
        var dispute = bank.control("/dispute", "{\"intent\":\"" + intent + "\"}").path("dispute").asString();

        buyer.awaitState(order, "disputed");
        assertThat(buyer.payment(order).path("state").asString()).isEqualTo("charged_back");
        assertBalances(0, 0, 0);
        assertThat(refund(100, "a kind word").code()).isEqualTo("ordering.refund-too-large");
        assertThat(alerts()).containsExactly("charged-back");

        bank.control("/dispute/close", "{\"dispute\":\"" + dispute + "\",\"won\":true}");

        buyer.awaitState(order, "delivered");
        assertThat(buyer.payment(order).path("state").asString()).isEqualTo("succeeded");
        assertBalances(1980, 1980, 0);
        assertThat(alerts()).isEmpty();
    }

    @Test
    void a_won_dispute_leaves_a_partly_refunded_order_partly_refunded() {
        refund(500, "one code was used");
        awaitMoney("part_refunded");
        var dispute = bank.control("/dispute", "{\"intent\":\"" + intent + "\",\"amount\":1480}").path("dispute").asString();
        buyer.awaitState(order, "disputed");
        bank.control("/dispute/close", "{\"dispute\":\"" + dispute + "\",\"won\":true}");
        awaitMoney("part_refunded");
        assertBalances(1480, 1480, 0);
    }

    @Test
    void a_charge_back_after_the_confirmation_is_the_shops_loss() {
        confirm();

        bank.control("/dispute", "{\"intent\":\"" + intent + "\"}");

        buyer.awaitState(order, "disputed");
        assertBalances(0, 0, 0);
    }

    @Test
    void without_the_scope_nobody_refunds() {
        var token = api.token(stall.shop(), Scope.ORDERS_READ);

        assertThat(api.post("/api/v1/orders/" + order.number() + "/refunds", token, "{\"reason\":\"a kind word\"}").code())
                .isEqualTo("kernel.missing-scope");
        assertThat(refunds()).isZero();
    }

    private Api.Answer refund(long minor, String reason) {
        return api.post("/api/v1/orders/" + order.number() + "/refunds", api.tokenForAll(stall.shop()),
                "{\"amountMinor\":" + minor + ",\"reason\":\"" + reason + "\"}");
    }

    private Api.Answer staff(String method, String path) {
        return api.send(method, path, api.tokenForAll(stall.shop()), null);
    }

    private JsonNode failed() {
        return api.get("/api/v1/failed-refunds", api.tokenForAll(stall.shop())).json().path("items");
    }

    private List<String> alerts() {
        return jdbc.sql("select code from payment.alert where shop_id = ? and closed_at is null").param(stall.shop().id().value())
                .query(String.class).list();
    }

    private void awaitMoney(String payment) {
        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(buyer.look(order).path("payment").asString()).isEqualTo(payment));
    }

    private void confirm() {
        jdbc.sql("update ordering.customer_order set deadline = now() - interval '1 second' where order_id = ?")
                .param(Long.parseLong(order.number())).update();
        buyer.awaitState(order, "confirmed");
    }

    private void sendNow() {
        jdbc.sql("update payment.refund set due_at = now() - interval '1 second' where shop_id = ?").param(stall.shop().id().value()).update();
    }

    private String stateOfRefund() {
        return jdbc.sql("select state from payment.refund where shop_id = ?").param(stall.shop().id().value()).query(String.class).single();
    }

    private long refunds() {
        return jdbc.sql("select count(*) from payment.refund where shop_id = ?").param(stall.shop().id().value()).query(Long.class).single();
    }

    private void assertBalances(long receivable, long frozen, long merchant) {
        assertThat(balance("receivable:stripe")).isEqualTo(receivable);
        assertThat(balance("frozen")).isEqualTo(-frozen);
        assertThat(balance("merchant")).isEqualTo(-merchant);
        assertThat(balance("charged_back")).isZero();
    }

    private long balance(String account) {
        return ledger.balances(stall.shop().id()).stream().filter(it -> it.account().equals(account))
                .mapToLong(LedgerQueries.Balance::balanceMinor).sum();
    }
}
