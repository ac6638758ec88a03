package io.wanqu.shop.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.wanqu.identity.staff.Holdings;
import io.wanqu.settlement.Purse;
import io.wanqu.testing.Api;
import io.wanqu.testing.Api.Answer;
import io.wanqu.testing.People;
import io.wanqu.testing.People.Person;
import io.wanqu.testing.Together;
import io.wanqu.testing.Visitor;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class ApplyForShopTest {

    private static final AtomicLong COUNT = new AtomicLong(System.nanoTime());
    private static final String REASON = "games and phone credit are two trades with two customers";

    @Autowired
    private People people;

    @Autowired
    private Holdings holdings;

    @Autowired
    private Purse purse;

    @Autowired
    private Api api;

    @Autowired
    private JdbcClient jdbc;

    private Person lin;
    private Visitor browser;
    private String operator;

    @BeforeEach
    void somebodyWithoutAShop() {
        lin = people.person();
        browser = people.signedIn(lin);
        operator = purse.operator("mei of the platform");
    }

    @Test
    void opens_the_first_shop_at_once_and_its_owner_works_in_it() {
        var answer = apply("", "");

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().path("state").asString()).isEqualTo("approved");
        var shop = answer.json().path("shop").asString();
        assertThat(browser.get("/api/v1/shop", "Wanqu-Shop", shop).status()).isEqualTo(200);
        assertThat(browser.get("/api/v1/account/shops").json().path("shops")).hasSize(1);
        assertThat(browser.get("/api/v1/account/shops").json().path("most").asInt()).isEqualTo(1);
    }

    @Test
    void asks_for_a_reason_for_the_second_and_lets_the_operator_decide() {
        apply("", "");

        var without = apply("", "");
        var waiting = apply("", REASON);
        var another = apply("", REASON);

        assertThat(without.status() + " " + without.code()).isEqualTo("422 shop.reason-needed");
        assertThat(without.json().path("held").asInt()).isEqualTo(1);
        assertThat(waiting.json().path("state").asString()).isEqualTo("waiting");
        assertThat(another.code()).isEqualTo("shop.application-waiting");
        assertThat(holdings.owned(lin.id())).hasSize(1);

        var approved = verdict(waiting, "approval", "{\"reason\":\"two trades indeed\"}");
        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
        assertThat(holdings.owned(lin.id())).hasSize(2);
        assertThat(verdict(waiting, "refusal", "{\"reason\":\"on second thought\"}").code()).isEqualTo("shop.application-ended");
        assertThat(browser.get("/api/v1/session").json().path("shops")).hasSize(2);
    }

    @Test
    void opens_nothing_when_the_operator_refuses_or_the_applicant_withdraws() {
        apply("", "");
        var refused = apply("", REASON);
        assertThat(verdict(refused, "refusal", "{}").code()).isEqualTo("kernel.invalid-value");
        assertThat(verdict(refused, "refusal", "{\"reason\":\"too much\"}").json().path("state").asString()).isEqualTo("refused");
        var withdrawn = apply("", REASON);
        var path = "/api/v1/shop-applications/" + withdrawn.json().path("id").asString();

        assertThat(people.signedIn(people.person()).send("DELETE", path, null).code()).isEqualTo("shop.unknown-application");
        assertThat(browser.send("DELETE", path, null).status()).isEqualTo(204);
        assertThat(verdict(withdrawn, "approval", "{\"reason\":\"yes\"}").code()).isEqualTo("shop.application-ended");
        assertThat(holdings.owned(lin.id())).hasSize(1);
        assertThat(browser.get("/api/v1/shop-applications").json().path("items")).hasSize(3);
    }

    @Test
    void knows_a_company_only_after_the_operator_does() {
        var asked = apply("Wanqu Trading Ltd", REASON);
        assertThat(asked.json().path("state").asString()).isEqualTo("waiting");
        verdict(asked, "approval", "{\"reason\":\"the register says so\"}");

        for (var n = 1; n < 5; n++) {
            assertThat(apply("", "").json().path("state").asString()).isEqualTo("approved");
        }

        assertThat(apply("", "").code()).isEqualTo("shop.reason-needed");
        assertThat(holdings.owned(lin.id())).hasSize(5);
    }

    @Test
    void opens_one_of_a_hundred_asked_for_at_the_same_moment() throws Exception {
        var answers = Together.run(100, n -> apply("", "").status());

        assertThat(answers.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(holdings.owned(lin.id())).hasSize(1);
    }

    @Test
    void follows_the_rule_that_holds_today_and_keeps_the_ones_before() {
        var rows = api.get("/api/v1/operator/shop-holding-rules", operator).json().path("rows").size();
        var body = "{\"kind\":\"company\",\"from\":\"2999-01-%02d\",\"most\":%d,\"reason\":\"a new year\"}";
        var day = 1 + (int) (COUNT.incrementAndGet() % 28);

        assertThat(api.post("/api/v1/operator/shop-holding-rules", operator, body.formatted(day, 9)).status()).isEqualTo(201);
        assertThat(api.post("/api/v1/operator/shop-holding-rules", operator, body.formatted(day, 10)).code()).isEqualTo("kernel.invalid-value");
        assertThat(api.post("/api/v1/operator/shop-holding-rules", operator,
                "{\"kind\":\"company\",\"from\":\"2020-01-01\",\"most\":9,\"reason\":\"too late\"}").code()).isEqualTo("kernel.invalid-value");

        var rules = api.get("/api/v1/operator/shop-holding-rules", operator).json();
        assertThat(rules.path("now").path("company").asInt()).isEqualTo(5);
        assertThat(rules.path("rows").size()).isEqualTo(rows + 1);
    }

    @Test
    void lists_who_opens_too_many_and_lets_them_sleep() {
        apply("Wanqu Sleepers Ltd", REASON);
        verdict(browser.get("/api/v1/shop-applications").json().path("items").path(0).path("id").asString(), "approval");
        for (var n = 0; n < 4; n++) {
            apply("", "");
        }
        jdbc.sql("update shop.shop set opened_at = now() - interval '40 days' where shop_id = any(?)")
                .param(holdings.owned(lin.id()).stream().map(shop -> shop.value()).toArray(Long[]::new)).update();

        var flags = api.get("/api/v1/operator/shop-flags", operator).json();

        var mine = new HashMap<String, Integer>();
        flags.forEach(flag -> {
            if (flag.path("account").asString("").equals(lin.id().text())) {
                mine.put(flag.path("kind").asString(), flag.path("count").asInt());
            }
        });
        assertThat(mine).containsEntry("idle-shops", 5).containsEntry("opened-in-a-week", 5).doesNotContainKey("more-than-the-rule");
        assertThat(flags.toString()).contains("opened-from-one-place");
    }

    private Answer apply(String company, String reason) {
        return browser.post("/api/v1/shop-applications", """
                {"slug":"lin-%s","name":"Lin's games","currency":"CNY","category":"games","company":"%s","reason":"%s"}"""
                .formatted(Long.toString(COUNT.incrementAndGet(), 36), company, reason));
    }

    private Answer verdict(Answer application, String verdict, String json) {
        return api.send("PUT", "/api/v1/operator/shop-applications/" + application.json().path("id").asString() + "/" + verdict, operator, json);
    }

    private void verdict(String application, String verdict) {
        var answer = api.send("PUT", "/api/v1/operator/shop-applications/" + application + "/" + verdict, operator, "{\"reason\":\"known\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
}
