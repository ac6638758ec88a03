package io.wanqu.identity.code;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.stream.IntStream;

import io.wanqu.testing.Api;
import io.wanqu.testing.People;
import io.wanqu.testing.Together;
import io.wanqu.testing.Visitor;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class RegisterTest {

    @Autowired
    private Api api;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void registers_by_a_code_and_signs_in() {
        var mail = People.freshMail();
        var browser = people.browser();

        assertThat(ask(browser, mail, "register").status()).isEqualTo(202);
        var answer = register(browser, mail, people.code(mail, 1), "");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().at("/account/name").asString()).isEqualTo("Lin");
        assertThat(browser.get("/api/v1/session").json().at("/account/mail").asString()).isEqualTo("l***@people.example");
        assertThat(people.signedIn(new People.Person(null, mail)).get("/api/v1/sessions").status()).isEqualTo(200);
    }

    @Test
    void registers_by_phone_with_its_country() {
        var phone = People.freshPhone();
        var browser = people.browser();

        ask(browser, phone, "register");
        var answer = register(browser, "+86 " + phone, people.code("+86" + phone, 1), "");

        assertThat(answer.json().at("/account/phone").asString()).isEqualTo("+86139****" + phone.substring(7));
    }

    @Test
    void makes_nobody_more_than_he_is() {
        var mail = People.freshMail();
        var browser = people.browser();
        ask(browser, mail, "register");
        var code = people.code(mail, 1);

        for (var more : List.of(",\"role\":\"owner\"", ",\"operator\":true", ",\"shops\":[{\"id\":\"0\"}]", ",\"id\":\"1\"", ",\"state\":\"active\"")) {
            var answer = register(browser, mail, code, more);
            assertThat(answer.code()).isEqualTo("web.unknown-field");
        }
        assertThat(accounts(browser, mail, code)).isEqualTo(201);
        assertThat(browser.get("/api/v1/session").json().path("operator").asBoolean()).isFalse();
        assertThat(browser.get("/api/v1/session").json().path("shops")).isEmpty();
    }

    @Test
    void does_not_tell_who_has_an_account() {
        var mei = people.person();
        var nobody = People.freshMail();

        for (var purpose : List.of("register", "login", "recover")) {
            var known = ask(people.browser(), mei.mail(), purpose);
            var unknown = ask(people.browser(), nobody, purpose);
            assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(202);
            assertThat(known.text()).isEqualTo(unknown.text()).isEmpty();
        }

        await().atMost(60, SECONDS).until(() -> people.messages(mei.mail()).size() == 3 && people.messages(nobody).size() == 1);
        assertThat(people.messages(mei.mail())).filteredOn(message -> message.contains("You have an account")).singleElement()
                .satisfies(message -> assertThat(message.split("\\|")[2]).doesNotContainPattern("\\d{6}"));
        assertThat(people.messages(mei.mail())).filteredOn(message -> !message.contains("You have an account"))
                .allSatisfy(message -> assertThat(message.split("\\|")[2]).containsPattern("\\d{6}"));
    }

    @Test
    void counts_five_tries_and_then_takes_not_even_the_right_code() {
        var mail = People.freshMail();
        var browser = people.browser();
        ask(browser, mail, "register");
        var code = people.code(mail, 1);

        IntStream.range(0, 5).forEach(n -> assertThat(register(browser, mail, wrong(code, n), "").code()).isEqualTo("identity.wrong-code"));

        assertThat(register(browser, mail, code, "").code()).isEqualTo("identity.wrong-code");
        assertThat(countOf(mail, browser)).isZero();
    }

    @Test
    void lets_no_stranger_use_up_another_ones_tries() {
        var mail = People.freshMail();
        var browser = people.browser();
        ask(browser, mail, "register");
        var code = people.code(mail, 1);
        var stranger = people.browser();
        ask(stranger, mail, "register");

        IntStream.range(0, 5).forEach(n -> register(stranger, mail, wrong(code, n), ""));

        assertThat(register(stranger, mail, code, "").code()).isEqualTo("identity.wrong-code");
        assertThat(register(browser, mail, code, "").status()).isEqualTo(201);
    }

    @Test
    void takes_a_code_for_its_purpose_alone() {
        var mei = people.person();
        var browser = people.browser();
        ask(browser, mei.mail(), "recover");

        var answer = browser.post("/api/v1/session", "{\"login\":\"%s\",\"code\":\"%s\"}".formatted(mei.mail(), people.code(mei.mail(), 1)));

        assertThat(answer.code()).isEqualTo("identity.wrong-code");
    }

    @Test
    void takes_no_code_after_ten_minutes() {
        var mei = people.person();
        var browser = people.browser();
        ask(browser, mei.mail(), "login");
        var code = people.code(mei.mail(), 1);
        jdbc.sql("update identity.code set expires_at = now()").update();

        assertThat(browser.post("/api/v1/session", "{\"login\":\"%s\",\"code\":\"%s\"}".formatted(mei.mail(), code)).code())
                .isEqualTo("identity.wrong-code");
    }

    @Test
    void lets_one_of_a_hundred_in_with_the_same_code() throws Exception {
        var mei = people.person();
        var browser = people.browser();
        ask(browser, mei.mail(), "login");
        var body = "{\"login\":\"%s\",\"code\":\"%s\"}".formatted(mei.mail(), people.code(mei.mail(), 1));

        var answers = Together.run(100, n -> browser.post("/api/v1/session", body).status());

        assertThat(answers.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(answers.stream().filter(status -> status == 422)).hasSize(99);
        assertThat(jdbc.sql("select count(*) from identity.session where account_id = :account").param("account", mei.id().value())
                .query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void evaluates_five_of_a_hundred_guesses_at_once() throws Exception {
        var mei = people.person();
        var browser = people.browser();
        ask(browser, mei.mail(), "login");
        var code = people.code(mei.mail(), 1);

        Together.run(100, n -> browser.post("/api/v1/session", "{\"login\":\"%s\",\"code\":\"%s\"}".formatted(mei.mail(), wrong(code, n))).status());

        assertThat(jdbc.sql("select max(tries) from identity.code where expires_at > now() and used_at is null").query(Integer.class).single())
                .isLessThanOrEqualTo(5);
        assertThat(browser.post("/api/v1/session", "{\"login\":\"%s\",\"code\":\"%s\"}".formatted(mei.mail(), code)).code()).isEqualTo("identity.wrong-code");
    }

    @Test
    void sends_few_codes_an_hour_to_one_who_asks_again_and_again() {
        var mail = People.freshMail();
        var browser = people.browser();
        IntStream.range(0, 6).forEach(n -> assertThat(ask(browser, mail, "register").status()).isEqualTo(202));

        var answer = ask(browser, mail, "register");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("identity.too-many-codes");
        assertThat(ask(people.browser(), mail, "register").status()).isEqualTo(202);
    }

    @Test
    void refuses_a_password_that_others_try_first_and_keeps_the_code_for_a_better_one() {
        var mail = People.freshMail();
        var browser = people.browser();
        ask(browser, mail, "register");
        var code = people.code(mail, 1);

        for (var weak : List.of("short", "1234567890", "aaaaaaaaaaaaaaa", mail, "Password123")) {
            var answer = browser.post("/api/v1/accounts", "{\"login\":\"%s\",\"code\":\"%s\",\"password\":\"%s\",\"name\":\"Lin\"}".formatted(mail, code, weak));
            assertThat(answer.code()).as(weak).isEqualTo("identity.weak-password");
            assertThat(answer.text()).doesNotContain(weak);
        }

        assertThat(accounts(browser, mail, code)).isEqualTo(201);
    }

    private static String wrong(String code, int n) {
        return "%06d".formatted((Integer.parseInt(code) + 1 + n) % 1_000_000);
    }

    private static Api.Answer ask(Visitor browser, String to, String purpose) {
        return browser.post("/api/v1/login-codes", "{\"to\":\"%s\",\"purpose\":\"%s\"}".formatted(to, purpose));
    }

    private static int accounts(Visitor browser, String mail, String code) {
        return register(browser, mail, code, "").status();
    }

    private static Api.Answer register(Visitor browser, String login, String code, String more) {
        return browser.post("/api/v1/accounts", "{\"login\":\"%s\",\"code\":\"%s\",\"password\":\"%s\",\"name\":\"Lin\"%s}"
                .formatted(login, code, People.PASSWORD, more));
    }

    private long countOf(String mail, Visitor browser) {
        return browser.post("/api/v1/session", "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(mail, People.PASSWORD)).status() == 200 ? 1 : 0;
    }
}
