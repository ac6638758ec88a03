package io.wanqu.payment.paying;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import io.wanqu.payment.rail.Provider;
import io.wanqu.testing.Api;
import io.wanqu.testing.Buyer;
import io.wanqu.testing.Buyer.Order;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.json.JsonMapper;

/** Orders paid through WeChat Pay and Alipay, from the buyer's request over a simulated provider's callback to the keys. */
@WanquTest
class ChineseRailsTest {

    /** A rail, the way a buyer pays here, and where the controls name the account. */
    enum Case {
        WECHATPAY("native", "/wechatpay", "/merchant", "mchid", "appid"),
        ALIPAY("precreate", "/alipay/gateway.do", "/app", "sellerId", "appId");

        private final String method;
        private final String base;
        private final String register;
        private final String payee;
        private final String app;
        private final Provider provider = new Provider(name().toLowerCase(Locale.ROOT));

        Case(String method, String base, String register, String payee, String app) {
            this.method = method;
            this.base = base;
            this.register = register;
            this.payee = payee;
            this.app = app;
        }

        String rail() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Autowired
    private Api api;
    @Autowired
    private Market market;
    @Autowired
    private Buyer buyer;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Environment environment;

    private Stall stall;

    @AfterAll
    static void close() {
        for (var each : Case.values()) {
            each.provider.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Case.class)
    void a_paid_order_is_delivered_and_its_money_goes_back(Case rail) {
        connect(rail);
        var order = started(rail);

        pay(rail, order, false);

        buyer.awaitState(order, "delivered");
        assertThat(buyer.payment(order).path("state").asString()).isEqualTo("succeeded");
        var refund = api.post("/api/v1/orders/" + order.number() + "/refunds", api.tokenForAll(stall.shop()),
                "{\"amountMinor\":400,\"reason\":\"kindness\"}");
        assertThat(refund.status()).as(refund.text()).isLessThan(300);
        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(refunded(rail, order)).isEqualTo(400));
        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(refundState(order)).isEqualTo("succeeded"));
    }

    @ParameterizedTest
    @EnumSource(Case.class)
    void a_lost_callback_is_found_by_asking(Case rail) {
        connect(rail);
        var order = started(rail);
        pay(rail, order, true);
        assertThat(buyer.look(order).path("state").asString()).isEqualTo("placed");

        jdbc.sql("update payment.attempt set due_at = now() - interval '1 second' where payment_id = ?").param(payment(order)).update();

        buyer.awaitState(order, "delivered");
    }

    @ParameterizedTest
    @EnumSource(Case.class)
    void callbacks_that_do_not_fit_change_nothing(Case rail) {
        connect(rail);
        var order = started(rail);

        assertThat(forge(rail, order, "signature")).isEqualTo(401);
        assertThat(forge(rail, order, "body")).isEqualTo(401);
        assertThat(forge(rail, order, "stale")).isEqualTo(401);
        assertThat(forge(rail, order, "amount")).isEqualTo(409);
        assertThat(forge(rail, order, "payee")).isEqualTo(409);
        assertThat(forge(rail, order, "app")).isEqualTo(409);
        assertThat(forge(rail, order, "number")).isEqualTo(409);

        assertThat(buyer.look(order).path("state").asString()).isEqualTo("placed");
        assertThat(buyer.payment(order).path("state").asString()).isEqualTo("pending");
        assertThat(jdbc.sql("select code from payment.alert where shop_id = ? order by code").param(stall.shop().id().value())
                .query(String.class).list()).hasSize(6);
        pay(rail, order, false);
        buyer.awaitState(order, "delivered");
    }

    @Test
    void a_signature_made_wrong_on_purpose_is_refused_and_alarms_nobody() {
        connect(Case.WECHATPAY);
        var order = started(Case.WECHATPAY);

        assertThat(forge(Case.WECHATPAY, order, "signtest")).isEqualTo(401);

        assertThat(buyer.look(order).path("state").asString()).isEqualTo("placed");
        assertThat(api.get("/api/v1/payment-alerts", api.tokenForAll(stall.shop())).json().path("items").size()).isZero();
    }

    @Test
    void a_callback_that_can_not_be_verified_for_want_of_certificates_is_told_again() {
        connect(Case.WECHATPAY);
        var order = started(Case.WECHATPAY);
        Case.WECHATPAY.provider.pull("/fault", "{\"times\":9,\"path\":\"/v3/certificates\",\"status\":500}");
        jdbc.sql("update payment.rail_account set version = version + 1 where shop_id = ?").param(stall.shop().id().value()).update();

        assertThat(forge(Case.WECHATPAY, order, "signature")).isEqualTo(503);

        assertThat(buyer.look(order).path("state").asString()).isEqualTo("placed");
        assertThat(api.get("/api/v1/payment-alerts", api.tokenForAll(stall.shop())).json().path("items").size()).isZero();
        Case.WECHATPAY.provider.pull("/fault", "{\"clear\":true}");
    }

    @ParameterizedTest
    @EnumSource(Case.class)
    void doubled_and_replayed_callbacks_deliver_once(Case rail) {
        connect(rail);
        var order = started(rail);
        rail.provider.pull("/push", "{\"duplicate\":1}");

        pay(rail, order, false);

        buyer.awaitState(order, "delivered");
        assertThat(rail.provider.pull("/replay", "{}").path("status").asInt(0)).isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from vault.delivery where shop_id = ? and holder = ?").param(stall.shop().id().value())
                .param(Long.parseLong(order.number())).query(Long.class).single()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Case.class)
    void a_lost_answer_is_asked_for_again_under_the_same_number(Case rail) {
        connect(rail);
        var order = buyer.order(stall, 1, rail.rail());
        rail.provider.pull("/fault", rail == Case.WECHATPAY
                ? "{\"times\":1,\"path\":\"/v3/pay/transactions/native\",\"after\":true,\"status\":0}"
                : "{\"times\":1,\"method\":\"alipay.trade.precreate\",\"after\":true,\"code\":0}");
        assertThat(buyer.start(order, json(rail)).code()).isEqualTo("payment.rail-unavailable");

        assertThat(buyer.start(order, json(rail)).status()).isEqualTo(200);

        pay(rail, order, false);
        buyer.awaitState(order, "delivered");
        assertThat(rail.provider.look("/trades").path("trades").valueStream()
                .filter(each -> each.path("out_trade_no").asString("").equals(Long.toString(payment(order)))).count()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Case.class)
    void a_payment_of_an_order_that_got_more_time_is_asked_for_anew_and_lasts_as_long(Case rail) {
        connect(rail);
        var order = started(rail);
        var former = buyer.payment(order);
        assertThat(buyer.start(order, json(rail)).json().path("id")).isEqualTo(former.path("id"));

        assertThat(api.send("PUT", order.path() + "/extension", null, null, "Order-Token", order.token()).status()).isEqualTo(200);
        var anew = buyer.start(order, json(rail)).json();

        assertThat(anew.path("id")).isNotEqualTo(former.path("id"));
        assertThat(anew.path("expiresAt").asString()).isGreaterThan(former.path("expiresAt").asString());
        assertThat(jdbc.sql("select state from payment.payment where payment_id = ?").param(former.path("id").asLong()).query(String.class).single())
                .isEqualTo("closed");
        pay(rail, order, false);
        buyer.awaitState(order, "delivered");
    }

    private Order started(Case rail) {
        var order = buyer.order(stall, 1, rail.rail());
        var started = buyer.start(order, json(rail));
        assertThat(started.status()).as(started.text()).isEqualTo(200);
        assertThat(started.json().path("instruction").isEmpty()).isFalse();
        return order;
    }

    private static String json(Case rail) {
        return "{\"method\":\"" + rail.method + "\",\"rail\":\"" + rail.rail() + "\"}";
    }

    /** A shop of its own for each test, because a simulated merchant is soon made and a shop's alerts are counted. */
    private void connect(Case rail) {
        stall = market.stall(5);
        var registered = rail.provider.pull(rail.register, "{}");
        var keys = new HashMap<String, String>();
        for (var name : new String[] {"privateKey", "serial", "apiV3Key", "alipayPublicKey"}) {
            if (registered.has(name)) {
                keys.put(name, registered.path(name).asString(""));
            }
        }
        var made = api.post("/api/v1/payment-accounts", api.tokenForAll(stall.shop()), new JsonMapper().writeValueAsString(Map.of(
                "rail", rail.rail(), "payee", registered.path(rail.payee).asString(""), "app", registered.path(rail.app).asString(""),
                "baseUri", rail.provider.address(rail.base).toString(), "keys", keys)));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        rail.provider.pull("/push", "{\"host\":\"http://localhost:" + environment.getProperty("local.server.port") + "\"}");
    }

    private void pay(Case rail, Order order, boolean silent) {
        rail.provider.pull("/pay", "{\"outTradeNo\":\"%d\",\"silent\":%s}".formatted(payment(order), silent));
    }

    private int forge(Case rail, Order order, String kind) {
        return rail.provider.pull("/forge", "{\"outTradeNo\":\"%d\",\"kind\":\"%s\"}".formatted(payment(order), kind)).path("status").asInt(-1);
    }

    private long refunded(Case rail, Order order) {
        return rail.provider.look("/trades").path("trades").valueStream()
                .filter(each -> each.path("out_trade_no").asString("").equals(Long.toString(payment(order))))
                .mapToLong(each -> each.path("refundedFen").asLong(0)).sum();
    }

    private String refundState(Order order) {
        return jdbc.sql("select state from payment.refund where subject = ?").param(Long.parseLong(order.number())).query(String.class).single();
    }

    private long payment(Order order) {
        return jdbc.sql("select max(payment_id) from payment.payment where subject = ?").param(Long.parseLong(order.number()))
                .query(Long.class).single();
    }
}
