package io.wanqu.payment.paying;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.stream.IntStream;

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

/** Orders paid through Stripe's own library, against a simulated Stripe that calls back over HTTP. */
@WanquTest
class StripePaymentTest {

    private static final String INTENT = "{\"method\":\"intent\",\"rail\":\"stripe\"}";

    @Autowired
    private Api api;
    @Autowired
    private Market market;
    @Autowired
    private Buyer buyer;
    @Autowired
    private StripeBank bank;
    @Autowired
    private JdbcClient jdbc;

    private Stall stall;

    @BeforeEach
    void aShopWithAnAccount() {
        stall = market.stall(20);
        bank.connect(stall.shop());
    }

    @AfterEach
    void nothingGoesWrongAnyMore() {
        bank.control("/fault", "{\"clear\":true}");
        bank.control("/webhook", "{\"lose\":0,\"copies\":1,\"ageSeconds\":0,\"secretInstead\":\"\"}");
    }

    @Test
    void a_paid_intent_delivers_the_order() {
        var order = buyer.order(stall, 2, "stripe");
        var intent = buyer.intent(order);
        assertThat(buyer.look(order).path("paying").path("instruction").path("paymentIntent").asString()).isEqualTo(intent);

        bank.pay(intent);

        buyer.awaitState(order, "delivered");
        assertThat(buyer.payment(order).path("state").asString()).isEqualTo("succeeded");
        assertThat(buyer.payment(order).path("instruction").isEmpty()).isTrue();
    }

    @Test
    void asking_a_hundred_times_at_once_is_one_payment_and_one_intent() throws Exception {
        var order = buyer.order(stall, 1, "stripe");

        var answers = Together.run(100, n -> buyer.start(order, INTENT));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).as(answer.text()).isEqualTo(200));
        assertThat(answers.stream().map(answer -> answer.json().path("instruction").path("paymentIntent").asString()).distinct()).hasSize(1);
        assertThat(intentsOf(order)).isEqualTo(1);
    }

    @Test
    void a_lost_answer_is_asked_for_again_under_the_same_number() {
        var order = buyer.order(stall, 1, "stripe");
        bank.control("/fault", "{\"method\":\"POST /v1/payment_intents\",\"after\":true,\"code\":500,\"times\":1}");

        var lost = buyer.start(order, INTENT);
        assertThat(lost.status()).isEqualTo(503);
        assertThat(lost.code()).isEqualTo("payment.rail-unavailable");
        assertThat(buyer.payment(order).path("state").asString()).isEqualTo("unknown");

        assertThat(buyer.intent(order)).startsWith("pi_");
        assertThat(buyer.payment(order).path("state").asString()).isEqualTo("pending");
        assertThat(intentsOf(order)).isEqualTo(1);
    }

    @Test
    void a_payment_that_the_provider_refuses_fails_and_the_next_try_is_another() {
        var order = buyer.order(stall, 1, "stripe");
        bank.control("/fault", "{\"method\":\"POST /v1/payment_intents\",\"code\":402,\"subCode\":\"account_closed\",\"times\":1}");

        var refused = buyer.start(order, INTENT);

        assertThat(refused.code()).isEqualTo("payment.rail-refused");
        assertThat(refused.json().path("railCode").asString()).isEqualTo("account_closed");
        assertThat(buyer.payment(order).path("state").asString()).isEqualTo("failed");
        bank.pay(buyer.intent(order));
        buyer.awaitState(order, "delivered");
    }

    @Test
    void a_callback_that_never_came_is_found_by_asking() {
        var order = buyer.order(stall, 1, "stripe");
        var intent = buyer.intent(order);
        bank.control("/webhook", "{\"lose\":1}");
        bank.pay(intent);
        assertThat(buyer.look(order).path("state").asString()).isEqualTo("placed");

        lookNow(order);

        buyer.awaitState(order, "delivered");
        await().atMost(60, SECONDS).until(() -> dueOf(order) == 0);
    }

    @Test
    void an_unpaid_payment_is_closed_at_the_provider_before_the_hold_ends() {
        var order = buyer.order(stall, 1, "stripe");
        var intent = buyer.intent(order);
        assertThat(buyer.payment(order).path("expiresAt").asString()).isLessThan(buyer.look(order).path("deadline").asString());

        expire(order);

        await().atMost(60, SECONDS).until(() -> bank.status(intent).equals("canceled"));
        buyer.awaitPayment(order, "closed");
        assertThat(buyer.look(order).path("state").asString()).isEqualTo("placed");
    }

    @Test
    void who_paid_just_before_the_closing_has_paid() {
        var order = buyer.order(stall, 1, "stripe");
        var intent = buyer.intent(order);
        bank.control("/webhook", "{\"lose\":1}");
        bank.pay(intent);

        expire(order);

        buyer.awaitState(order, "delivered");
        assertThat(bank.status(intent)).isEqualTo("succeeded");
    }

    @Test
    void a_canceled_order_is_closed_at_the_provider_too() {
        var order = buyer.order(stall, 1, "stripe");
        var intent = buyer.intent(order);

        assertThat(api.send("PUT", order.path() + "/cancellation", null, null, "Order-Token", order.token()).status()).isEqualTo(200);

        await().atMost(60, SECONDS).until(() -> bank.status(intent).equals("canceled"));
    }

    @Test
    void another_rail_closes_the_former_first() {
        var order = buyer.order(stall, 1, "stripe");
        var intent = buyer.intent(order);

        var other = buyer.start(order, "{\"method\":\"sandbox\",\"rail\":\"sandbox\"}");

        assertThat(other.status()).as(other.text()).isEqualTo(200);
        assertThat(other.json().path("rail").asString()).isEqualTo("sandbox");
        assertThat(bank.status(intent)).isEqualTo("canceled");
        assertThat(jdbc.sql("select count(*) from payment.payment where subject = ? and state in ('init', 'pending', 'unknown')")
                .param(Long.parseLong(order.number())).query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void changing_the_rail_after_paying_finds_it_paid() {
        var order = buyer.order(stall, 1, "stripe");
        var intent = buyer.intent(order);
        bank.control("/webhook", "{\"lose\":1}");
        bank.pay(intent);

        var other = buyer.start(order, "{\"method\":\"sandbox\",\"rail\":\"sandbox\"}");

        assertThat(other.json().path("rail").asString()).as(other.text()).isEqualTo("stripe");
        assertThat(other.json().path("state").asString()).isEqualTo("succeeded");
        buyer.awaitState(order, "delivered");
    }

    @Test
    void an_outage_changes_nothing_and_is_over_when_it_is_over() {
        var order = buyer.order(stall, 1, "stripe");
        var intent = buyer.intent(order);
        bank.control("/platform", "{\"outage\":true}");
        try {
            lookNow(order);
            buyer.awaitPayment(order, "unknown");
        } finally {
            bank.control("/platform", "{\"outage\":false}");
        }
        lookNow(order);
        buyer.awaitPayment(order, "pending");

        bank.pay(intent);

        buyer.awaitState(order, "delivered");
    }

    @Test
    void a_rail_without_an_account_is_not_offered() {
        var other = market.stall(1);

        var refused = buyer.start(buyer.order(other, 1, "sandbox"), INTENT);

        assertThat(refused.code()).isEqualTo("payment.rail-not-offered");
        assertThat(refused.status()).isEqualTo(409);
    }

    @Test
    void the_keys_of_an_account_are_never_shown_and_lie_sealed() {
        var token = api.tokenForAll(stall.shop());
        var shown = api.get("/api/v1/payment-accounts", token);
        assertThat(shown.text()).contains("\"rail\":\"stripe\"").doesNotContain("sk_test", "whsec");
        var id = shown.json().get(0).path("id").asString();

        assertThat(api.send("PUT", "/api/v1/payment-accounts/" + id + "/keys", token, "{\"keys\":{\"secretKey\":\"x\"}}").status()).isEqualTo(422);
        assertThat(jdbc.sql("select encode(keys, 'escape') from payment.rail_account where account_id = ?").param(Long.parseLong(id))
                .query(String.class).single()).doesNotContain("sk_test", "whsec");
        assertThat(api.send("PUT", "/api/v1/payment-accounts/" + id + "/disablement", token, null).status()).isEqualTo(200);
        await().atMost(60, SECONDS).untilAsserted(() ->
                assertThat(buyer.start(buyer.order(stall, 1, "sandbox"), INTENT).code()).isEqualTo("payment.rail-not-offered"));
    }

    private long intentsOf(Order order) {
        var payments = jdbc.sql("select payment_id::text from payment.payment where subject = ?").param(Long.parseLong(order.number()))
                .query(String.class).set();
        var all = bank.look("/intents");
        return IntStream.range(0, all.size()).filter(n -> payments.contains(all.get(n).path("metadata").path("payment").asString())).count();
    }

    private long dueOf(Order order) {
        return jdbc.sql("select count(*) from payment.attempt join payment.payment using (shop_id, payment_id) where subject = ? and due_at is not null")
                .param(Long.parseLong(order.number())).query(Long.class).single();
    }

    private void lookNow(Order order) {
        attempt(order, "due_at = now() - interval '1 second'");
    }

    private void expire(Order order) {
        attempt(order, "expires_at = now() - interval '1 second', due_at = now() - interval '1 second'");
    }

    private void attempt(Order order, String change) {
        assertThat(jdbc.sql("update payment.attempt set " + change + " where payment_id = any(array(select payment_id from payment.payment where subject = ?))")
                .param(Long.parseLong(order.number())).update()).isPositive();
    }
}
