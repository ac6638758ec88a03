package io.wanqu.payment.callback;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.wanqu.kernel.audit.Audit;
import io.wanqu.testing.Api;
import io.wanqu.testing.Buyer;
import io.wanqu.testing.Buyer.Order;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.StripeBank;
import io.wanqu.testing.StripeBank.Account;
import io.wanqu.testing.Together;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;

/** Callbacks to an account of real money that are forged, old, foreign, or many at once. */
@WanquTest
class CallbackAttackTest {

    @Autowired
    private Api api;
    @Autowired
    private Market market;
    @Autowired
    private Buyer buyer;
    @Autowired
    private StripeBank bank;
    @Autowired
    private Audit audit;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Clock clock;

    private Stall stall;
    private Account account;
    private Order order;
    private String intent;

    @BeforeEach
    void anOrderThatWaitsForItsMoney() {
        stall = market.stall(5);
        account = bank.connect(stall.shop());
        order = buyer.order(stall, 1, "stripe");
        intent = buyer.intent(order);
    }

    @Test
    void a_hundred_times_the_same_callback_is_one_delivery() throws Exception {
        var body = paid("evt_1", 990, "cny", "");

        var answers = Together.run(100, n -> send(account, body, account.webhookSecret(), 0));

        assertThat(answers).extracting(Api.Answer::status).containsOnly(200);
        assertDeliveredOnce();
    }

    @Test
    void a_hundred_different_callbacks_for_one_payment_are_one_delivery() throws Exception {
        var answers = Together.run(100, n -> send(account, paid("evt_" + n, 990, "cny", ""), account.webhookSecret(), 0));

        assertThat(answers).extracting(Api.Answer::status).containsOnly(200);
        assertDeliveredOnce();
    }

    @Test
    void a_hundred_callbacks_and_refunds_at_once_are_one_delivery_and_one_refund() throws Exception {
        bank.pay(intent);
        buyer.awaitState(order, "delivered");

        var answers = Together.run(100, n -> n % 2 == 0 ? send(account, paid("evt_" + n, 990, "cny", ""), account.webhookSecret(), 0)
                : api.post("/api/v1/orders/" + order.number() + "/refunds", api.tokenForAll(stall.shop()),
                        "{\"amountMinor\":990,\"reason\":\"reason number %d\"}".formatted(n)));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(50);
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(49);
        buyer.awaitState(order, "refunded");
        assertThat(bank.look("/refunds?intent=" + intent).size()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from vault.delivery where shop_id = ?").param(stall.shop().id().value()).query(Long.class).single())
                .isEqualTo(1);
        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(audit.of(stall.shop().id()).findings())
                .allSatisfy(finding -> assertThat(finding.violations()).isEmpty()));
    }

    @Test
    void a_callback_with_another_secret_is_forged_and_a_hundred_of_them_are_one_alert() throws Exception {
        var stranger = bank.connect(market.stall(1).shop());

        var answers = Together.run(100, n -> send(account, paid("evt_1", 990, "cny", ""), stranger.webhookSecret(), 0));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.code()).isEqualTo("payment.forged-callback"));
        assertNothingHappened();
        assertThat(alerts().size()).isEqualTo(1);
        assertThat(alerts().get(0).path("code").asString()).isEqualTo("forged");
        assertThat(alerts().get(0).path("count").asLong()).isEqualTo(100);
        assertThat(jdbc.sql("select count(*) from kernel.event where shop_id = ? and type = 'payment.alert'").param(stall.shop().id().value())
                .query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void an_old_callback_and_one_of_the_future_are_stale() {
        assertRefused(send(account, paid("evt_1", 990, "cny", ""), account.webhookSecret(), -301), 401, "payment.forged-callback", "stale");
        assertRefused(send(account, paid("evt_1", 990, "cny", ""), account.webhookSecret(), 400), 401, "payment.forged-callback", "stale");
    }

    @Test
    void a_wrong_amount_is_refused() {
        assertRefused(send(account, paid("evt_1", 989, "cny", ""), account.webhookSecret(), 0), 409, "payment.mismatch", "amount");
    }

    @Test
    void a_wrong_currency_is_refused() {
        assertRefused(send(account, paid("evt_1", 990, "jpy", ""), account.webhookSecret(), 0), 409, "payment.mismatch", "currency");
    }

    @Test
    void another_merchant_is_refused() {
        assertRefused(send(account, paid("evt_1", 990, "cny", ",\"account\":\"acct_other\""), account.webhookSecret(), 0), 409,
                "payment.mismatch", "payee");
    }

    @Test
    void another_application_is_refused() {
        assertRefused(send(account, paid("evt_1", 990, "cny", ",\"livemode\":true"), account.webhookSecret(), 0), 409, "payment.mismatch", "app");
    }

    @Test
    void another_transaction_of_the_same_payment_is_refused() {
        assertRefused(send(account, paid("evt_1", 990, "cny", "").replace(intent, "pi_other"), account.webhookSecret(), 0), 409,
                "payment.mismatch", "transaction");
    }

    @Test
    void a_signed_notice_that_does_not_fit_never_stands_in_the_way_of_the_real_one() {
        jdbc.sql("update payment.attempt set transaction = null where shop_id = ?").param(stall.shop().id().value()).update();

        assertRefused(send(account, paid("evt_1", 989, "cny", "").replace(intent, "pi_other"), account.webhookSecret(), 0), 409,
                "payment.mismatch", "amount");

        assertThat(send(account, paid("evt_2", 990, "cny", ""), account.webhookSecret(), 0).status()).isEqualTo(200);
        assertDeliveredOnce();
    }

    @Test
    void the_payment_of_another_shop_is_not_this_accounts_business() {
        var other = market.stall(1);
        var others = bank.connect(other.shop());

        var answer = send(others, paid("evt_1", 990, "cny", "").replace(intent, "pi_other"), others.webhookSecret(), 0);

        assertThat(answer.code()).isEqualTo("payment.mismatch");
        assertNothingHappened();
    }

    @Test
    void an_account_that_is_not_there_and_one_of_another_rail_are_refused() {
        assertThat(api.post("/api/v1/payment-callbacks/stripe/17", null, "{}").code()).isEqualTo("payment.unknown-account");
        assertThat(api.post("/api/v1/payment-callbacks/sandbox/" + account.id(), null, "{}").code()).isEqualTo("payment.unknown-account");
    }

    @Test
    void an_event_that_means_nothing_is_acknowledged_and_changes_nothing() {
        var body = paid("evt_1", 990, "cny", "").replace("payment_intent.succeeded", "customer.created");

        assertThat(send(account, body, account.webhookSecret(), 0).status()).isEqualTo(200);
        assertNothingHappened();
        assertThat(alerts().size()).isZero();
    }

    @Test
    void an_alert_is_closed_by_a_person_who_may() {
        send(account, paid("evt_1", 1, "cny", ""), account.webhookSecret(), 0);
        var alert = alerts().get(0).path("id").asString();

        assertThat(api.send("PUT", "/api/v1/payment-alerts/" + alert + "/closure", api.tokenForAll(stall.shop()), null).status()).isEqualTo(204);
        assertThat(alerts().size()).isZero();
        assertThat(api.send("PUT", "/api/v1/payment-alerts/" + alert + "/closure", api.tokenForAll(market.stall(1).shop()), null).code())
                .isEqualTo("payment.unknown-alert");
    }

    private void assertDeliveredOnce() {
        buyer.awaitState(order, "delivered");
        assertThat(jdbc.sql("select count(*) from vault.delivery where shop_id = ?").param(stall.shop().id().value()).query(Long.class).single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from payment.refund where shop_id = ?").param(stall.shop().id().value()).query(Long.class).single())
                .isZero();
        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(audit.of(stall.shop().id()).findings())
                .allSatisfy(finding -> assertThat(finding.violations()).isEmpty()));
    }

    private void assertRefused(Api.Answer answer, int status, String code, String alert) {
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(alerts().get(0).path("code").asString()).isEqualTo(alert);
        assertThat(alerts().get(0).path("whatToDo").asString()).isNotBlank();
        assertNothingHappened();
    }

    private void assertNothingHappened() {
        assertThat(buyer.look(order).path("state").asString()).isEqualTo("placed");
        assertThat(buyer.payment(order).path("state").asString()).isEqualTo("pending");
        assertThat(jdbc.sql("select count(*) from payment.rail_event where shop_id = ?").param(stall.shop().id().value()).query(Long.class).single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from ledger.posting where shop_id = ?").param(stall.shop().id().value()).query(Long.class).single())
                .isZero();
    }

    private JsonNode alerts() {
        return api.get("/api/v1/payment-alerts", api.tokenForAll(stall.shop())).json().path("items");
    }

    private String paid(String event, long amount, String currency, String more) {
        var payment = jdbc.sql("select payment_id from payment.payment where subject = ?").param(Long.parseLong(order.number()))
                .query(String.class).single();
        return """
                {"id":"%s-%s","object":"event","type":"payment_intent.succeeded"%s,"data":{"object":{"id":"%s","object":"payment_intent",
                 "amount":%d,"amount_received":%d,"currency":"%s","status":"succeeded","metadata":{"payment":"%s"}}}}"""
                .formatted(event, payment, more, intent, amount, amount, currency, payment);
    }

    private Api.Answer send(Account to, String body, String secret, long seconds) {
        return api.post(StripeBank.callback(to.id()), null, body, "Stripe-Signature", signature(secret, clock.instant().getEpochSecond() + seconds, body));
    }

    private static String signature(String secret, long seconds, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
