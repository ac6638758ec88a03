package io.wanqu.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

import io.wanqu.kernel.Ids;
import io.wanqu.kernel.Money;
import io.wanqu.payment.sandbox.SandboxRail;
import io.wanqu.shop.Shop;
import io.wanqu.testing.Api;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Forged, stale, foreign and broken callbacks over HTTP: none of them moves a payment. */
@WanquTest
class CallbackTest {

    @Autowired
    private Api api;
    @Autowired
    private Storefront storefront;
    @Autowired
    private SandboxRail rail;
    @Autowired
    private Payments payments;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Ids ids;
    @Autowired
    private Clock clock;

    private Shop shop;
    private Payment payment;

    @BeforeEach
    void aPaymentThatIsAwaited() {
        shop = storefront.shop();
        payment = new Payment(shop.id(), ids.next(), ids.next(), "sandbox", rail.payee(shop.id()), 0, Money.of(990, "CNY"), Payment.State.PENDING);
        transaction.executeWithoutResult(status -> payments.add(List.of(payment)));
    }

    @Test
    void a_callback_that_is_signed_with_another_shops_secret_is_forged() {
        var body = body(990, "CNY", payment.payee());
        var foreign = rail.sign(storefront.shop().id(), now(), bytes(body));

        assertRefused(send(body, foreign), 401, "payment.forged-callback");
    }

    @Test
    void a_callback_whose_body_was_changed_after_signing_is_forged() {
        var signature = rail.sign(shop.id(), now(), bytes(body(990, "CNY", payment.payee())));

        assertRefused(send(body(1, "CNY", payment.payee()), signature), 401, "payment.forged-callback");
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, -86_400, 400, 86_400})
    void a_callback_of_another_time_is_refused(long seconds) {
        var body = body(990, "CNY", payment.payee());

        assertRefused(send(body, rail.sign(shop.id(), now() + seconds, bytes(body))), 401, "payment.forged-callback");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "t=", "t=x,v1=00", "v1=00", "t=1", "t=99999999999999999999,v1=00"})
    void a_signature_that_is_none_is_forged(String signature) {
        assertRefused(send(body(990, "CNY", payment.payee()), signature), 401, "payment.forged-callback");
    }

    @ParameterizedTest
    @CsvSource({"989, CNY, own", "990, USD, own", "990, CNY, sandbox-1"})
    void another_amount_currency_or_payee_is_a_mismatch(long amount, String currency, String payee) {
        var body = body(amount, currency, payee.equals("own") ? payment.payee() : payee);

        assertRefused(send(body, rail.sign(shop.id(), now(), bytes(body))), 409, "payment.mismatch");
    }

    @Test
    void a_payment_of_another_shop_is_a_mismatch() {
        var other = storefront.shop();
        var body = body(990, "CNY", payment.payee()).replace(shop.id().text(), other.id().text());

        assertRefused(send(body, rail.sign(other.id(), now(), bytes(body))), 409, "payment.mismatch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "null", "{\"event\":\"1\"}", "{\"shop\":\"7\",\"event\":null}"})
    void a_body_that_can_not_be_read_is_refused(String body) {
        assertThat(send(body, "t=1,v1=00").status()).isEqualTo(400);
        assertUntouched();
    }

    @Test
    void a_shop_that_is_not_there_is_given_no_secret() {
        var nobody = ids.next();
        var body = body(990, "CNY", payment.payee()).replace(shop.id().text(), Long.toString(nobody));

        assertRefused(send(body, "t=" + now() + ",v1=00"), 401, "payment.forged-callback");
        assertThat(jdbc.sql("select count(*) from kernel.data_key where shop_id = ?").param(nobody).query(Long.class).single()).isZero();
    }

    @Test
    void a_rail_that_is_not_there_is_refused() {
        assertRefused(api.post("/api/v1/payment-callbacks/gold/7", null, "{}"), 422, "payment.unknown-rail");
    }

    @Test
    void the_sandbox_pays_nothing_where_it_is_shut() {
        assertRefused(api.post("/api/v1/sandbox/shops/" + shop.id() + "/payments/" + payment.id() + "/success", null, ""),
                404, "payment.sandbox-closed");
    }

    private Api.Answer send(String body, String signature) {
        return api.post("/api/v1/payment-callbacks/sandbox", null, body, "Sandbox-Signature", signature);
    }

    private String body(long amount, String currency, String payee) {
        return """
                {"event":"e-%d","shop":"%s","payment":"%d","amount":%d,"currency":"%s","payee":"%s","state":"SUCCESS"}"""
                .formatted(payment.id(), shop.id(), payment.id(), amount, currency, payee);
    }

    private void assertRefused(Api.Answer answer, int status, String code) {
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertUntouched();
    }

    private void assertUntouched() {
        assertThat(jdbc.sql("select state from payment.payment where payment_id = ?").param(payment.id()).query(String.class).single())
                .isEqualTo("pending");
        assertThat(jdbc.sql("select count(*) from payment.rail_event where payment_id = ?").param(payment.id()).query(Long.class).single())
                .isZero();
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
