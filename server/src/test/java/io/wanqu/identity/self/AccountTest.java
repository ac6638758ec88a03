package io.wanqu.identity.self;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wanqu.testing.People;
import io.wanqu.testing.People.Person;
import io.wanqu.testing.Visitor;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class AccountTest {

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private Person mei;
    private Visitor browser;

    @BeforeEach
    void sign_in() {
        mei = people.person();
        browser = people.signedIn(mei);
    }

    @Test
    void changes_what_she_is_called() {
        assertThat(browser.send("PUT", "/api/v1/account", "{\"name\":\"梅\"}").json().at("/account/name").asString()).isEqualTo("梅");
        assertThat(browser.send("PUT", "/api/v1/account", "{\"name\":\"\"}").status()).isEqualTo(422);
        assertThat(browser.send("PUT", "/api/v1/account", "{\"name\":\"x\",\"operator\":true}").code()).isEqualTo("web.unknown-field");
    }

    @Test
    void signs_the_others_out_when_the_password_changes_and_draws_a_new_secret_here() {
        var other = people.signedIn(mei);
        var before = browser.cookie("wanqu_session");

        assertThat(browser.send("PUT", "/api/v1/account/password", "{\"password\":\"her second sentence\"}").status()).isEqualTo(200);

        assertThat(other.get("/api/v1/sessions").code()).isEqualTo("identity.not-signed-in");
        assertThat(browser.get("/api/v1/sessions").json()).hasSize(1);
        assertThat(browser.cookie("wanqu_session")).isNotEqualTo(before);
        var thief = people.browser();
        thief.setCookie("wanqu_session", before);
        assertThat(thief.get("/api/v1/sessions").status()).isEqualTo(401);
        await().atMost(60, SECONDS).until(() -> people.messages(mei.mail()).stream().anyMatch(message -> message.contains("Password changed")));
        assertThat(people.browser().post("/api/v1/session", "{\"login\":\"%s\",\"password\":\"her second sentence\"}".formatted(mei.mail())).status())
                .isEqualTo(200);
    }

    @Test
    void changes_the_password_only_after_a_proof_of_just_now() {
        jdbc.sql("update identity.session set fresh_until = now() where account_id = :account").param("account", mei.id().value()).update();
        await().atMost(60, SECONDS).until(() -> browser.get("/api/v1/session").json().path("freshUntil").isMissingNode());

        assertThat(browser.send("PUT", "/api/v1/account/password", "{\"password\":\"her second sentence\"}").code()).isEqualTo("identity.step-up-needed");
        assertThat(people.signedIn(mei).get("/api/v1/sessions").status()).isEqualTo(200);

        browser.post("/api/v1/login-codes", "{\"purpose\":\"prove\"}");
        await().atMost(60, SECONDS).until(() -> people.messages(mei.mail()).stream().anyMatch(message -> message.contains("Your code is")));
        var code = people.messages(mei.mail()).stream().filter(message -> message.contains("Your code is")).findFirst().orElseThrow()
                .replaceAll(".*Your code is (\\d{6}).*", "$1");
        assertThat(browser.post("/api/v1/session/step-up", "{\"code\":\"" + code + "\"}").status()).isEqualTo(200);
        assertThat(browser.send("PUT", "/api/v1/account/password", "{\"password\":\"her second sentence\"}").status()).isEqualTo(200);
    }

    @Test
    void takes_a_new_address_that_she_has_shown_to_be_hers_and_tells_the_old_one() {
        var fresh = People.freshMail();
        browser.post("/api/v1/login-codes", "{\"to\":\"%s\",\"purpose\":\"prove\"}".formatted(fresh));

        assertThat(reach(fresh, "000000")).isEqualTo(422);
        assertThat(reach(fresh, people.code(fresh, 1))).isEqualTo(200);

        await().atMost(60, SECONDS).until(() -> people.messages(mei.mail()).stream().anyMatch(message -> message.contains("Address changed")));
        assertThat(people.signedIn(new Person(mei.id(), fresh)).get("/api/v1/sessions").status()).isEqualTo(200);
    }

    @Test
    void takes_no_address_of_another_account() {
        var lin = people.person();
        browser.post("/api/v1/login-codes", "{\"to\":\"%s\",\"purpose\":\"prove\"}".formatted(lin.mail()));

        assertThat(reach(lin.mail(), people.code(lin.mail(), 1))).isEqualTo(409);
        assertThat(people.signedIn(lin).get("/api/v1/session").json().at("/account/id").asString()).isEqualTo(lin.id().text());
    }

    @Test
    void shows_and_changes_nothing_for_a_stranger() {
        var stranger = people.browser();

        assertThat(stranger.get("/api/v1/account/alerts").code()).isEqualTo("identity.not-signed-in");
        assertThat(stranger.send("PUT", "/api/v1/account", "{\"name\":\"x\"}").code()).isEqualTo("identity.not-signed-in");
        assertThat(stranger.post("/api/v1/login-codes", "{\"purpose\":\"prove\"}").code()).isEqualTo("identity.not-signed-in");
        assertThat(stranger.post("/api/v1/session/second-factor", "{\"code\":\"000000\"}").code()).isEqualTo("identity.not-signed-in");
    }

    private int reach(String mail, String code) {
        return browser.send("PUT", "/api/v1/account/contact", "{\"to\":\"%s\",\"code\":\"%s\"}".formatted(mail, code)).status();
    }
}
