package io.wanqu.settlement.payout;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.wanqu.kernel.OrderId;
import io.wanqu.kernel.ShopId;
import io.wanqu.ledger.chain.ProveBooks;
import io.wanqu.ledger.chain.SealPostings;
import io.wanqu.payment.rail.Provider;
import io.wanqu.settlement.Licence;
import io.wanqu.settlement.Purse;
import io.wanqu.testing.Api;
import io.wanqu.testing.Buyer;
import io.wanqu.testing.Buyer.Order;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.OneDay;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a sale through a simulated provider to the shop's own account there, and the day's bill that says the same. */
@WanquTest
class SplitPayoutTest {

    enum Case {
        WECHATPAY("native", "/wechatpay", "/merchant", "mchid", "appid",
                "{\"times\":1,\"path\":\"/v3/profitsharing/orders\",\"status\":500,\"code\":\"SYSTEM_ERROR\"}"),
        ALIPAY("precreate", "/alipay/gateway.do", "/app", "sellerId", "appId",
                "{\"times\":1,\"method\":\"alipay.trade.order.settle\",\"code\":20000,\"subCode\":\"isp.unknow-error\"}");

        private final String method;
        private final String base;
        private final String register;
        private final String payee;
        private final String app;
        private final String splitFails;
        private final Provider provider = new Provider(name().toLowerCase(Locale.ROOT));

        Case(String method, String base, String register, String payee, String app, String splitFails) {
            this.method = method;
            this.base = base;
            this.register = register;
            this.payee = payee;
            this.app = app;
            this.splitFails = splitFails;
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
    private Purse purse;
    @Autowired
    private Licence licence;
    @Autowired
    private SealPostings seal;
    @Autowired
    private ProveBooks prove;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Environment environment;
    @Autowired
    private Clock clock;

    private Stall stall;
    private ShopId shop;
    private String token;
    private String operator;

    @AfterAll
    static void close() {
        for (var each : Case.values()) {
            each.provider.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Case.class)
    void a_sale_is_paid_out_by_splitting_and_the_bill_of_the_day_says_the_same(Case rail) {
        connect(rail);
        var order = earned(rail);

        assertThat(paidOut(rail, 290)).isEqualTo("succeeded");

        assertThat(trade(rail, order).path("sharedFen").asLong()).isEqualTo(290);
        assertThat(purse.in(shop, "settled:" + rail.rail())).isEqualTo(290);
        assertThat(purse.in(shop, "available")).isEqualTo(700);
        assertChecked(rail, 2, 2, 0);
    }

    @ParameterizedTest
    @EnumSource(Case.class)
    void a_difference_is_named_and_ends_when_it_is_explained(Case rail) {
        connect(rail);
        earned(rail);
        var lost = started(rail);
        rail.provider.pull("/pay", "{\"outTradeNo\":\"%d\",\"silent\":true}".formatted(payment(lost)));

        assertChecked(rail, 2, 1, 1);

        var difference = api.get(path("bill-differences"), operator).json().path("items").get(0);
        assertThat(difference.path("kind").asString()).isEqualTo("missing_here");
        assertThat(difference.path("number").asString()).isEqualTo(Long.toString(payment(lost)));
        var explained = api.send("PUT", path("bill-differences/" + difference.path("id").asString() + "/explanation"), operator,
                "{\"note\":\"the callback was lost, the payment will be found\"}");
        assertThat(explained.json().path("state").asString()).isEqualTo("explained");
        jdbc.sql("update payment.attempt set due_at = now() - interval '1 second' where payment_id = ?").param(payment(lost)).update();
        buyer.awaitState(lost, "delivered");
        assertChecked(rail, 2, 2, 0);
    }

    @ParameterizedTest
    @EnumSource(Case.class)
    void no_more_of_a_payment_is_split_off_than_the_contract_allows(Case rail) {
        connect(rail);
        var order = earned(rail);

        assertThat(paidOut(rail, 298)).isEqualTo("failed");

        assertThat(trade(rail, order).path("sharedFen").asLong()).isZero();
        assertThat(purse.in(shop, "available")).isEqualTo(990);
        assertThat(jdbc.sql("select count(*) from payment.split where shop_id = ?").param(shop.value()).query(Long.class).single()).isZero();
        assertThat(paidOut(rail, 297)).isEqualTo("succeeded");
        assertThat(jdbc.sql("select last from payment.split where shop_id = ?").param(shop.value()).query(Boolean.class).single()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Case.class)
    void the_part_that_releases_the_rest_waits_for_a_part_that_is_under_way(Case rail) {
        connect(rail);
        var order = earned(rail);
        rail.provider.pull("/fault", rail.splitFails);
        var first = approved(rail, 250);
        await().atMost(60, SECONDS).until(() -> jdbc.sql("select tries from settlement.payout where payout_id = ?").param(Long.parseLong(first))
                .query(Integer.class).single() == 1);

        var second = approved(rail, 47);
        await().atMost(60, SECONDS).until(() -> jdbc.sql("select tries from settlement.payout where payout_id = ?").param(Long.parseLong(second))
                .query(Integer.class).single() == 1);
        assertThat(trade(rail, order).path("sharedFen").asLong()).isZero();

        jdbc.sql("update settlement.payout set due_at = now() where payout_id = ?").param(Long.parseLong(first)).update();
        await().atMost(40, SECONDS).until(() -> state(first).equals("succeeded"));
        jdbc.sql("update settlement.payout set due_at = now() where payout_id = ?").param(Long.parseLong(second)).update();
        await().atMost(40, SECONDS).until(() -> state(second).equals("succeeded"));
        assertThat(trade(rail, order).path("sharedFen").asLong()).isEqualTo(297);
    }

    @ParameterizedTest
    @EnumSource(Case.class)
    void a_refund_larger_than_what_is_left_takes_the_share_back(Case rail) {
        connect(rail);
        var order = earned(rail);
        assertThat(paidOut(rail, 290)).isEqualTo("succeeded");

        var refund = api.post("/api/v1/orders/" + order.number() + "/refunds", token, "{\"amountMinor\":800,\"reason\":\"all but a little\"}");

        assertThat(refund.status()).as(refund.text()).isEqualTo(201);
        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(trade(rail, order).path("refundedFen").asLong()).isEqualTo(800));
        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(purse.in(shop, "available")).isZero());
        assertThat(trade(rail, order).path("sharedFen").asLong()).isEqualTo(190);
        assertThat(purse.in(shop, "settled:" + rail.rail())).isEqualTo(190);
        assertThat(purse.in(shop, "receivable:" + rail.rail())).isEqualTo(-190);
        purse.assertBalanced(shop);
    }

    private Order started(Case rail) {
        var order = buyer.order(stall, 1, rail.rail());
        var started = buyer.start(order, "{\"method\":\"" + rail.method + "\",\"rail\":\"" + rail.rail() + "\"}");
        assertThat(started.status()).as(started.text()).isEqualTo(200);
        return order;
    }

    /** Paid, confirmed, and to be drawn. */
    private Order earned(Case rail) {
        var order = started(rail);
        rail.provider.pull("/pay", "{\"outTradeNo\":\"%d\",\"silent\":false}".formatted(payment(order)));
        buyer.awaitState(order, "delivered");
        purse.passTime(stall, OrderId.of(order.number()));
        purse.passTime(stall, OrderId.of(order.number()));
        await().atMost(60, SECONDS).until(() -> purse.in(shop, "available") == 990);
        return order;
    }

    private String paidOut(Case rail, long minor) {
        var id = approved(rail, minor);
        await().atMost(40, SECONDS).until(() -> List.of("succeeded", "failed").contains(state(id)));
        return state(id);
    }

    private String approved(Case rail, long minor) {
        var receivers = api.get("/api/v1/payout-receivers", token).json();
        var receiver = receivers.size() > 0 ? receivers.get(0)
                : api.post("/api/v1/payout-receivers", token, "{\"rail\":\"%s\",\"account\":\"1900005555\"}".formatted(rail.rail())).json();
        var payout = api.post("/api/v1/payouts", token, "{\"receiver\":\"%s\",\"amount\":{\"minor\":%d,\"currency\":\"CNY\"}}"
                .formatted(receiver.path("id").asString(), minor));
        assertThat(payout.status()).as(payout.text()).isEqualTo(201);
        var id = payout.json().path("id").asString();
        var approved = api.send("PUT", path("payouts/" + id + "/approval"), operator, null);
        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
        return id;
    }

    private String state(String payout) {
        return api.get("/api/v1/payouts/" + payout, token).json().path("state").asString();
    }

    private void assertChecked(Case rail, int lines, int matched, int differences) {
        await().atMost(60, SECONDS).until(() -> {
            seal.sealAll();
            return prove.prove(shop, null, progress -> { }).unsealed() == 0;
        });
        var day = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
        var answer = api.send("PUT", path("bill-checks/" + rail.rail() + "/" + day), operator, null);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(List.of(answer.json().path("lines").asInt(), answer.json().path("matched").asInt(), answer.json().path("differences").asInt()))
                .as(answer.text()).containsExactly(lines, matched, differences);
    }

    private void connect(Case rail) {
        OneDay.begins();
        stall = market.stall(5);
        shop = stall.shop().id();
        token = api.tokenForAll(stall.shop());
        operator = purse.operator();
        rail.provider.pull("/platform", "{\"billsAtOnce\":true}");
        licence.give(rail.rail());
        var registered = rail.provider.pull(rail.register, "{}");
        var keys = new HashMap<>(Map.of("sharing", "yes"));
        for (var name : new String[] {"privateKey", "serial", "apiV3Key", "alipayPublicKey"}) {
            if (registered.has(name)) {
                keys.put(name, registered.path(name).asString(""));
            }
        }
        var made = api.post("/api/v1/payment-accounts", token, new JsonMapper().writeValueAsString(Map.of(
                "rail", rail.rail(), "payee", registered.path(rail.payee).asString(""), "app", registered.path(rail.app).asString(""),
                "baseUri", rail.provider.address(rail.base).toString(), "keys", keys)));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        rail.provider.pull("/push", "{\"host\":\"http://localhost:" + environment.getProperty("local.server.port") + "\"}");
    }

    private JsonNode trade(Case rail, Order order) {
        return rail.provider.look("/trades").path("trades").valueStream()
                .filter(each -> each.path("out_trade_no").asString("").equals(Long.toString(payment(order)))).findFirst().orElseThrow();
    }

    private long payment(Order order) {
        return jdbc.sql("select max(payment_id) from payment.payment where subject = ?").param(Long.parseLong(order.number()))
                .query(Long.class).single();
    }

    private String path(String rest) {
        return "/api/v1/operator/shops/" + shop + "/" + rest;
    }
}
