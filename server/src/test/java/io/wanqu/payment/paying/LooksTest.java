package io.wanqu.payment.paying;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wanqu.testing.Buyer;
import io.wanqu.testing.Buyer.Order;
import io.wanqu.testing.Market;
import io.wanqu.testing.StripeBank;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When a payment of which nobody told is looked after, and what a crash in the middle leaves. */
@WanquTest
class LooksTest {

    @Autowired
    private Market market;
    @Autowired
    private Buyer buyer;
    @Autowired
    private StripeBank bank;
    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({"31, 60", "61, 120", "121, 300", "301, 600", "601, 1800"})
    void the_looks_become_ever_more_seldom(long seconds, long next) {
        var order = started();
        change(order, "started_at = now() - make_interval(secs => " + seconds + "), expires_at = now() + interval '3 hours', due_at = now()");

        awaitLooks(order, 1);

        assertThat(number(order, "extract(epoch from due_at - started_at)")).isEqualTo(next);
    }

    @Test
    void the_last_look_is_when_the_payment_expires() {
        var order = started();
        change(order, "started_at = now() - interval '601 seconds', expires_at = now() + interval '10 minutes', due_at = now()");

        awaitLooks(order, 1);

        assertThat(number(order, "extract(epoch from expires_at - due_at)")).isZero();
    }

    /** A process that ended after it had claimed the payment and before it had asked: nothing says so, but the clock. */
    @Test
    void what_a_crash_left_is_taken_up_when_its_turn_comes_again() {
        var order = started();
        bank.control("/webhook", "{\"lose\":1}");
        bank.pay(buyer.payment(order).path("instruction").path("paymentIntent").asString());
        change(order, "tries = tries + 1, due_at = now() + interval '2 seconds'");

        buyer.awaitState(order, "delivered");
    }

    /** A process that ended after it had written the payment down and before the provider answered. */
    @Test
    void a_payment_that_was_never_asked_for_ends_with_its_time() {
        var order = started();
        jdbc.sql("update payment.payment set state = 'init' where subject = ?").param(Long.parseLong(order.number())).update();
        change(order, "transaction = null, expires_at = now(), due_at = now()");

        buyer.awaitPayment(order, "closed");
    }

    private Order started() {
        var stall = market.stall(1);
        bank.connect(stall.shop());
        var order = buyer.order(stall, 1, "stripe");
        buyer.intent(order);
        return order;
    }

    private void awaitLooks(Order order, long looks) {
        await().atMost(60, SECONDS).until(() -> number(order, "tries") == looks);
        await().during(1, SECONDS).atMost(60, SECONDS).until(() -> number(order, "tries") == looks);
    }

    private long number(Order order, String expression) {
        return jdbc.sql("select round(" + expression + ")::bigint from payment.attempt join payment.payment using (shop_id, payment_id) where subject = ?")
                .param(Long.parseLong(order.number())).query(Long.class).single();
    }

    private void change(Order order, String change) {
        assertThat(jdbc.sql("update payment.attempt set " + change + " where payment_id = any(array(select payment_id from payment.payment where subject = ?))")
                .param(Long.parseLong(order.number())).update()).isPositive();
    }
}
