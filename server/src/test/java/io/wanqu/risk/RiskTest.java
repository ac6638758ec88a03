package io.wanqu.risk;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.wanqu.kernel.Caller.Scope;
import io.wanqu.kernel.Money;
import io.wanqu.settlement.Purse;
import io.wanqu.testing.Api;
import io.wanqu.testing.Api.Answer;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.JsonNode;

@WanquTest
class RiskTest {

    private static final String ANY = "[{\"fact\":\"order.quantity\",\"is\":\">\",\"value\":0}]";

    @Autowired
    private Api api;
    @Autowired
    private Market market;
    @Autowired
    private Purse purse;
    @Autowired
    private Decide decide;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;

    private Stall stall;
    private String token;

    @BeforeEach
    void aStall() {
        stall = market.stall(50);
        token = api.tokenForAll(stall.shop());
    }

    @Test
    void without_rules_that_fire_everybody_buys_and_it_is_recorded_why() {
        var order = order("lin@example.com");

        assertThat(order.status()).isEqualTo(201);
        var decision = decision(order.json().path("number").asString());
        assertThat(decision.path("outcome").asString()).isEqualTo("allow");
        assertThat(decision.path("versions").asString()).isEqualTo("0/0");
        assertThat(decision.at("/numbers/person.orders.1h").asDouble()).isEqualTo(1);
        assertThat(decision.at("/names/order.sku/0").asString()).isEqualTo(stall.sku().text());
    }

    @Test
    void a_rule_written_now_refuses_now_and_says_nothing_of_itself() {
        rules("usual", 0, rule("too late at night", ANY, "refuse"));

        var refused = order("lin@example.com");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("risk.refused");
        assertThat(refused.text()).doesNotContain("night", "quantity", "score");
        assertThat(jdbc.sql("select count(*) from ordering.customer_order where shop_id = ?").param(stall.shop().id().value()).query(Long.class).single())
                .isZero();
        rules("usual", 1, "");
        assertThat(order("lin@example.com").status()).isEqualTo(201);
    }

    @Test
    void rules_are_written_on_top_of_what_was_read() {
        rules("usual", 0, rule("first", ANY, "challenge"));

        var late = write("usual", 0, rule("second", ANY, "refuse"));

        assertThat(late.code()).isEqualTo("risk.rules-changed");
        assertThat(late.json().path("version").asInt()).isEqualTo(1);
        var view = api.get("/api/v1/risk/profiles/usual", token).json();
        assertThat(view.at("/own/rules/0/name").asString()).isEqualTo("first");
        assertThat(view.path("history")).hasSize(1);
        assertThat(api.get("/api/v1/trail?action=risk-rules", token).json().at("/items/0/subject").asString()).isEqualTo("profile:usual");
    }

    @Test
    void a_channels_rule_names_the_profile_that_holds_there() {
        rules("party", 0, rule("none today", ANY, "refuse"));
        assertThat(order("lin@example.com").status()).isEqualTo(201);

        profile("party");

        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(order("lin@example.com").code()).isEqualTo("risk.refused"));
    }

    @Test
    void a_challenge_is_solved_by_a_machine_and_good_for_one_order_alone() {
        rules("usual", 0, rule("work first", ANY, "challenge"));
        var key = UUID.randomUUID().toString();

        var asked = order("lin@example.com", "Idempotency-Key", key);

        assertThat(asked.status()).isEqualTo(403);
        assertThat(asked.code()).isEqualTo("risk.challenge-needed");
        var challenge = asked.json().path("challenge");
        var answer = Solver.solve(challenge.path("token").asString(), challenge.path("bits").asInt());
        assertThat(order("mei@example.com", "Idempotency-Key", key, "Risk-Challenge", answer).code()).isEqualTo("risk.challenge-failed");
        assertThat(order("lin@example.com", "Risk-Challenge", answer).code()).isEqualTo("risk.challenge-failed");
        assertThat(order("lin@example.com", "Idempotency-Key", key, "Risk-Challenge", challenge.path("token").asString() + ":0").code())
                .isIn("risk.challenge-failed");
        var placed = order("lin@example.com", "Idempotency-Key", key, "Risk-Challenge", answer);
        assertThat(placed.status()).isEqualTo(201);
        var again = order("lin@example.com", "Idempotency-Key", key, "Risk-Challenge", answer);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("number")).isEqualTo(placed.json().path("number"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "x:y", "a.b:c", "d29ya3wwfDF8YXxi.AAAA:1", "💥.x:1", "a.b", "....:...."})
    void a_challenge_that_was_made_up_proves_nothing(String answer) {
        assertThat(order("lin@example.com", "Risk-Challenge", answer.replace("💥", "%F0")).code()).isEqualTo("risk.challenge-failed");
    }

    @Test
    void who_is_listed_is_let_through_or_not_on_every_way_of_writing_his_name() {
        rules("usual", 0, rule("nobody", ANY, "hold"));
        list("allow", "person", "Lin@Example.com");
        list("deny", "person", "mei@example.com");

        assertThat(order("lin+shop@example.com").json().path("number").asString()).isNotEmpty();
        assertThat(order("mei@example.com").code()).isEqualTo("risk.refused");
        var lists = api.get("/api/v1/risk/lists", token);
        assertThat(lists.text()).doesNotContain("ample").contains("\"hint\":\"me…om\"");
        var entry = lists.json().at("/items/0/id").asString();
        assertThat(api.send("DELETE", "/api/v1/risk/lists/" + entry, token, null).status()).isEqualTo(204);
        assertThat(order("mei@example.com").status()).isEqualTo(201);
        assertThat(api.send("DELETE", "/api/v1/risk/lists/" + entry, token, null).code()).isEqualTo("risk.unknown-listed");
    }

    @Test
    void the_platforms_list_holds_in_every_shop() {
        var contact = "robber-" + UUID.randomUUID() + "@example.com";
        var added = api.post("/api/v1/operator/risk/lists", purse.operator(), wish("deny", "person", contact));

        assertThat(added.status()).isEqualTo(201);
        assertThat(order(contact).code()).isEqualTo("risk.refused");
        stall = market.stall(1);
        assertThat(order(contact).code()).isEqualTo("risk.refused");
        api.send("DELETE", "/api/v1/operator/risk/lists/" + added.json().path("id").asString(), purse.operator(), null);
    }

    @Test
    void a_dry_run_says_what_would_change_and_whom_it_would_hit_and_changes_nothing() {
        var good = order("lin@example.com");
        pay(good);
        IntStream.range(0, 4).forEach(n -> order("robber-" + n + "@example.com"));
        awaitDecisions(5);

        var report = api.post("/api/v1/risk/profiles/usual/dry-run", token, "{\"set\":{\"rules\":[" + rule("nobody", ANY, "hold") + "]}}").json();

        assertThat(report.path("decisions").asInt()).isEqualTo(5);
        assertThat(report.path("changed").asInt()).isEqualTo(5);
        assertThat(report.at("/changes/allow to hold").asInt()).isEqualTo(5);
        assertThat(List.of(report.at("/before/allow").asInt(), report.at("/before/hold").asInt(), report.at("/after/allow").asInt(),
                report.at("/after/hold").asInt())).containsExactly(5, 0, 0, 5);
        assertThat(report.path("falsePositives").asInt()).isEqualTo(1);
        assertThat(report.path("examples")).hasSize(5);
        assertThat(order("lin@example.com").status()).isEqualTo(201);
        assertThat(api.post("/api/v1/risk/profiles/usual/dry-run", token, "{\"set\":{\"rules\":[]}}").json().path("changed").asInt()).isZero();
    }

    @Test
    void only_those_who_may_see_and_write_rules() {
        var poor = api.tokenWithout(stall.shop(), Scope.AUDIT_READ);

        for (var path : List.of("/facts", "/profiles", "/profiles/usual", "/decisions", "/lists")) {
            assertThat(api.get("/api/v1/risk" + path, poor).code()).isEqualTo("kernel.missing-scope");
            assertThat(api.get("/api/v1/risk" + path, null).code()).isEqualTo("identity.missing-token");
            assertThat(api.get("/api/v1/risk" + path, token).status()).isEqualTo(200);
        }
        for (var path : List.of("/profiles/usual", "/decisions", "/lists", "/reviews")) {
            assertThat(api.get("/api/v1/operator/risk" + path, token).code()).isEqualTo("kernel.operator-only");
            assertThat(api.get("/api/v1/operator/risk" + path, purse.operator()).status()).isEqualTo(200);
        }
        var other = api.tokenForAll(market.stall(1).shop());
        order("lin@example.com");
        awaitDecisions(1);
        assertThat(api.get("/api/v1/risk/decisions", other).json().path("items")).isEmpty();
    }

    @Test
    void deciding_costs_no_statement_and_some_microseconds() {
        var asks = IntStream.range(0, 200).mapToObj(n -> ask(n)).toList();
        decide.decide(asks);

        var touched = transaction.execute(status -> {
            var before = touched();
            decide.decide(asks);
            return touched() - before;
        });
        var began = System.nanoTime();
        IntStream.range(0, 50).forEach(n -> decide.decide(asks));
        var micros = (System.nanoTime() - began) / 1_000.0 / 50 / 200;

        System.out.printf("risk.Decide: %.1f microseconds a decision, no statement%n", micros);
        assertThat(touched).isZero();
        assertThat(micros).isLessThan(2_000);
    }

    /** Accesses of this transaction to tables of the module. */
    private long touched() {
        return jdbc.sql("select coalesce(sum(seq_scan + coalesce(idx_scan, 0) + n_tup_ins), 0)::bigint from pg_stat_xact_user_tables where schemaname = 'risk'")
            .query(Long.class).single();
    }

    private RiskAsk ask(int n) {
        return new RiskAsk(stall.shop().id(), stall.shop().page(), RiskAsk.Act.PLACE, 1_000_000 + n,
                new RiskAsk.Who("buyer-" + n + "@example.com", "device-" + n, "203.0." + n % 250 + "." + n, null, null),
                new RiskAsk.Basket(List.of(stall.sku()), 1, Market.PRICE), false);
    }

    private Answer order(String contact, String... headers) {
        return api.post("/api/v1/shops/" + stall.shop().slug() + "/orders", null,
                "{\"lines\":[{\"sku\":\"%s\",\"quantity\":1}],\"contact\":\"%s\",\"rail\":\"sandbox\"}".formatted(stall.sku(), contact), headers);
    }

    private void pay(Answer order) {
        purse.pay(stall, order.json().at("/payment/id").asLong(), Money.of(Market.PRICE, stall.shop().currency()));
    }

    private static String rule(String name, String when, String outcome) {
        return "{\"name\":\"%s\",\"when\":%s,\"outcome\":\"%s\"}".formatted(name, when, outcome);
    }

    private void rules(String profile, long version, String rules) {
        var written = write(profile, version, rules);
        assertThat(written.status()).as(written.text()).isEqualTo(200);
    }

    private Answer write(String profile, long version, String rules) {
        return api.send("PUT", "/api/v1/risk/profiles/" + profile, token, "{\"version\":%d,\"set\":{\"rules\":[%s]}}".formatted(version, rules));
    }

    private void profile(String name) {
        var written = api.send("PUT", "/api/v1/channels/" + stall.shop().page() + "/rule", token, "{\"riskProfile\":\"" + name + "\"}");
        assertThat(written.status()).as(written.text()).isEqualTo(200);
    }

    private static String wish(String list, String by, String value) {
        return "{\"list\":\"%s\",\"by\":\"%s\",\"value\":\"%s\",\"reason\":\"known to us\"}".formatted(list, by, value);
    }

    private void list(String list, String by, String value) {
        assertThat(api.post("/api/v1/risk/lists", token, wish(list, by, value)).status()).isEqualTo(201);
    }

    private JsonNode decision(String order) {
        await().atMost(60, SECONDS).until(() -> api.get("/api/v1/risk/decisions?subject=" + order, token).json().path("items").size() == 1);
        return api.get("/api/v1/risk/decisions?subject=" + order, token).json().at("/items/0");
    }

    private void awaitDecisions(int count) {
        await().atMost(60, SECONDS).until(() -> api.get("/api/v1/risk/decisions", token).json().path("items").size() >= count);
    }
}
