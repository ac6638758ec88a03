package io.wanqu.settlement.payout;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.ShopId;
import io.wanqu.settlement.Purse;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

@WanquTest
class PayoutTest {

    @Autowired
    private Market market;
    @Autowired
    private Purse purse;
    @Autowired
    private Api api;
    @Autowired
    private JdbcClient jdbc;

    private Stall stall;
    private ShopId shop;
    private String token;
    private String operator;

    @BeforeEach
    void aShopThatHasEarned() {
        stall = market.stall(5);
        shop = stall.shop().id();
        token = api.tokenForAll(stall.shop());
        operator = purse.operator();
        purse.earn(stall, 2);
    }

    @Test
    void money_goes_from_the_shops_hand_into_transit_and_out() {
        var payout = request(receiver("mei-1"), 1500);
        assertThat(purse.in(shop, "available")).isEqualTo(480);
        assertThat(purse.in(shop, "payout_transit")).isEqualTo(1500);

        assertThat(decide(payout, "approval", operator).json().path("state").asString()).isIn("approved", "sent", "succeeded");
        awaitState(payout, "succeeded");

        assertThat(purse.in(shop, "payout_transit")).isZero();
        assertThat(purse.in(shop, "settled:sandbox")).isEqualTo(1500);
        assertThat(purse.in(shop, "receivable:sandbox")).isEqualTo(-1980);
        purse.assertBalanced(shop);
    }

    @Test
    void two_clerks_who_ask_for_the_same_money_get_it_once() throws Exception {
        var receiver = receiver("mei-1");

        var answers = together(30, n -> api.post("/api/v1/payouts", token, body(receiver, 1980)));

        assertThat(answers).filteredOn(it -> it.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(it -> it.code().equals("settlement.not-enough")).hasSize(29);
        assertThat(purse.in(shop, "available")).isZero();
    }

    @Test
    void two_operators_who_decide_the_same_payout_decide_it_once() throws Exception {
        var payout = request(receiver("wait-1"), 1000);

        var answers = together(10, n -> decide(payout, n % 2 == 0 ? "approval" : "rejection", operator));

        assertThat(answers).filteredOn(it -> it.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(it -> it.code().equals("settlement.payout-decided")).hasSize(9);
        var rejected = state(payout).equals("rejected");
        assertThat(purse.in(shop, "available")).isEqualTo(rejected ? 1980 : 980);
        purse.assertBalanced(shop);
    }

    @Test
    void the_same_request_again_is_the_same_payout() {
        var receiver = receiver("mei-1");

        var first = api.post("/api/v1/payouts", token, body(receiver, 500), "Idempotency-Key", "clerk-mei-0001");
        var second = api.post("/api/v1/payouts", token, body(receiver, 500), "Idempotency-Key", "clerk-mei-0001");

        assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(purse.in(shop, "payout_transit")).isEqualTo(500);
    }

    @Test
    void what_the_rail_refuses_comes_back() {
        var payout = request(receiver("refuse-1"), 1980);

        decide(payout, "approval", operator);
        awaitState(payout, "failed");

        assertThat(purse.in(shop, "available")).isEqualTo(1980);
        assertThat(purse.in(shop, "payout_transit")).isZero();
    }

    @Test
    void no_rail_without_a_licence_pays_out() {
        assertThat(api.post("/api/v1/payout-receivers", token, "{\"rail\":\"pocket\",\"account\":\"1\"}").code())
                .isEqualTo("settlement.unlicensed-rail");
        var id = jdbc.sql("""
                insert into settlement.receiver (shop_id, receiver_id, rail, account, made_by) values (:shop, 77, 'pocket', '1', 'sneak')
                returning receiver_id""").param("shop", shop.value()).query(Long.class).single();

        var answer = api.post("/api/v1/payouts", token, body(Long.toString(id), 100));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("settlement.unlicensed-rail");
        assertThat(purse.in(shop, "available")).isEqualTo(1980);
    }

    @Test
    void what_is_missing_of_the_deposit_stays() {
        var required = "{\"amount\":{\"minor\":1000,\"currency\":\"CNY\"},\"reason\":\"new shop\"}";
        api.send("PUT", "/api/v1/operator/shops/" + shop + "/deposit/requirement", operator, required);
        var receiver = receiver("mei-1");

        assertThat(api.post("/api/v1/payouts", token, body(receiver, 981)).json().path("thereMinor").asLong()).isEqualTo(980);
        var toppedUp = api.post("/api/v1/deposit/top-ups", token, "{\"amount\":{\"minor\":1000,\"currency\":\"CNY\"}}");
        assertThat(toppedUp.json().path("drawable").path("minor").asLong()).isEqualTo(980);
        assertThat(api.post("/api/v1/deposit/returns", token, "{\"amount\":{\"minor\":1,\"currency\":\"CNY\"}}").code())
                .isEqualTo("settlement.not-enough");
        api.post("/api/v1/operator/shops/" + shop + "/deposit/uses", operator,
                "{\"amount\":{\"minor\":400,\"currency\":\"CNY\"},\"reason\":\"owed to buyers\"}");

        assertThat(purse.in(shop, "deposit")).isEqualTo(600);
        assertThat(purse.in(shop, "available")).isEqualTo(1380);
        purse.assertBalanced(shop);
    }

    @ParameterizedTest
    @CsvSource({"-1", "0", "9223372036854775807", "1000000000000001", "1981"})
    void amounts_that_are_not_there_or_not_amounts_are_refused(String minor) {
        var receiver = receiver("mei-1");

        var answer = api.post("/api/v1/payouts", token,
                "{\"receiver\":\"" + receiver + "\",\"amount\":{\"minor\":" + minor + ",\"currency\":\"CNY\"}}");

        assertThat(answer.status()).isIn(409, 422);
        assertThat(purse.in(shop, "available")).isEqualTo(1980);
        assertThat(jdbc.sql("select count(*) from settlement.payout where shop_id = ?").param(shop.value()).query(Long.class).single()).isZero();
    }

    @Test
    void nobody_else_draws_the_shops_money_or_approves_it() {
        var receiver = receiver("mei-1");
        var payout = request(receiver, 100);
        var lin = market.stall(0).shop();

        assertThat(api.post("/api/v1/payouts", api.tokenForAll(lin), body(receiver, 100)).code()).isEqualTo("settlement.unknown-receiver");
        assertThat(api.get("/api/v1/payouts/" + payout, api.tokenForAll(lin)).code()).isEqualTo("settlement.unknown-payout");
        assertThat(api.post("/api/v1/payouts", api.tokenWithout(stall.shop(), Scope.MONEY_WRITE), body(receiver, 100)).status()).isEqualTo(403);
        assertThat(decide(payout, "approval", token).code()).isEqualTo("kernel.operator-only");
        assertThat(state(payout)).isEqualTo("requested");
    }

    @Test
    void the_platform_sees_what_waits_in_all_shops_and_a_shop_does_not() {
        var rejected = request(receiver("mei-1"), 100);
        decide(rejected, "rejection", operator);
        var payout = request(receiver("mei-2"), 200);

        var waiting = waiting(payout);

        assertThat(waiting.path("shop").asString()).isEqualTo(shop.text());
        assertThat(waiting.path("shopName").asString()).isEqualTo(stall.shop().name());
        assertThat(waiting.path("account").asString()).isEqualTo("mei-2");
        assertThat(waiting.path("amount").path("minor").asLong()).isEqualTo(200);
        assertThat(waiting(rejected).isMissingNode()).isTrue();
        decide(payout, "rejection", operator);
        assertThat(waiting(payout).isMissingNode()).isTrue();
        assertThat(api.get("/api/v1/operator/payouts?state=lost", operator).code()).isEqualTo("kernel.invalid-value");
        assertThat(api.get("/api/v1/operator/payouts", token).code()).isEqualTo("kernel.operator-only");
    }

    @Test
    void the_platform_sees_the_shops_deposit() {
        var answer = api.get("/api/v1/operator/shops/" + shop + "/deposit", operator);

        assertThat(answer.json().path("available").path("minor").asLong()).isEqualTo(1980);
        assertThat(answer.json()).isEqualTo(api.get("/api/v1/deposit", token).json());
    }

    private JsonNode waiting(String payout) {
        return api.get("/api/v1/operator/payouts?state=requested&limit=200", operator).json().path("items").valueStream()
                .filter(it -> it.path("id").asString().equals(payout)).findFirst().orElse(MissingNode.getInstance());
    }

    private String receiver(String account) {
        return api.post("/api/v1/payout-receivers", token, "{\"rail\":\"sandbox\",\"account\":\"" + account + "\"}").json().path("id").asString();
    }

    private String request(String receiver, long minor) {
        var answer = api.post("/api/v1/payouts", token, body(receiver, minor));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private static String body(String receiver, long minor) {
        return "{\"receiver\":\"" + receiver + "\",\"amount\":{\"minor\":" + minor + ",\"currency\":\"CNY\"}}";
    }

    private Api.Answer decide(String payout, String how, String by) {
        return api.send("PUT", "/api/v1/operator/shops/" + shop + "/payouts/" + payout + "/" + how, by,
                how.equals("rejection") ? "{\"reason\":\"looks odd\"}" : null);
    }

    private String state(String payout) {
        return api.get("/api/v1/payouts/" + payout, token).json().path("state").asString();
    }

    private void awaitState(String payout, String state) {
        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(state(payout)).isEqualTo(state));
    }

    private static ArrayList<Api.Answer> together(int count, IntFunction<Api.Answer> act) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<Api.Answer>();
            for (var result : threads.invokeAll(IntStream.range(0, count).<Callable<Api.Answer>>mapToObj(n -> () -> act.apply(n)).toList())) {
                results.add(result.get());
            }
            return results;
        }
    }
}
