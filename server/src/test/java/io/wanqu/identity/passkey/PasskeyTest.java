package io.wanqu.identity.passkey;

import static io.wanqu.identity.passkey.Authenticator.PRESENT;
import static io.wanqu.identity.passkey.Authenticator.VERIFIED;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wanqu.testing.Api;
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
class PasskeyTest {

    private static final String PARTY = "localhost";

    @Autowired
    private People people;

    @Autowired
    private PasskeySettings settings;

    @Autowired
    private JdbcClient jdbc;

    private Person mei;
    private Visitor browser;
    private Authenticator phone;

    @BeforeEach
    void add_a_passkey() throws Exception {
        mei = people.person();
        browser = people.signedIn(mei);
        phone = new Authenticator();
        var options = browser.post("/api/v1/account/passkeys/options", "").json();
        assertThat(options.at("/rp/id").asString()).isEqualTo(PARTY);
        assertThat(options.at("/user/name").asString()).isEqualTo(mei.mail());
        assertThat(options.at("/authenticatorSelection/userVerification").asString()).isEqualTo("required");

        var answer = add(phone.create(options.path("challenge").asString(), settings.origin(), PARTY));

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().at("/0/label").asString()).isEqualTo("Mei's phone");
    }

    @Test
    void signs_in_with_a_passkey_alone() throws Exception {
        var fresh = people.browser();

        var answer = signIn(fresh, phone, challenge(fresh), settings.origin(), PRESENT | VERIFIED);

        assertThat(answer.json().at("/account/id").asString()).isEqualTo(mei.id().text());
        assertThat(answer.json().at("/account/secondFactor").asString()).isEqualTo("passkey");
        assertThat(fresh.get("/api/v1/sessions").json()).hasSize(2);
        assertThat(jdbc.sql("select sign_count from identity.passkey where account_id = :account").param("account", mei.id().value())
                .query(Long.class).single()).isZero();
    }

    @Test
    void takes_an_answer_once_however_often_it_is_sent() throws Exception {
        var fresh = people.browser();
        var challenge = challenge(fresh);
        var body = "{\"credential\":" + phone.get(challenge, settings.origin(), PARTY, PRESENT | VERIFIED) + "}";

        var statuses = Together.run(20, n -> fresh.post("/api/v1/session/passkey", body).status());

        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(statuses.stream().filter(status -> status == 401)).hasSize(19);
    }

    @Test
    void takes_no_answer_that_was_caught_on_another_page_or_device() throws Exception {
        var fresh = people.browser();

        assertThat(signIn(fresh, phone, challenge(fresh), "https://evil.example", PRESENT | VERIFIED).code()).isEqualTo("identity.wrong-passkey");
        assertThat(signIn(people.browser(), phone, challenge(fresh), settings.origin(), PRESENT | VERIFIED).code()).isEqualTo("identity.wrong-passkey");
        assertThat(signIn(fresh, phone, "bm90IG91cnM", settings.origin(), PRESENT | VERIFIED).code()).isEqualTo("identity.wrong-passkey");
    }

    @Test
    void takes_no_device_that_does_not_know_its_owner() throws Exception {
        var fresh = people.browser();

        assertThat(signIn(fresh, phone, challenge(fresh), settings.origin(), PRESENT).code()).isEqualTo("identity.wrong-passkey");
        assertThat(signIn(fresh, new Authenticator(), challenge(fresh), settings.origin(), PRESENT | VERIFIED).code()).isEqualTo("identity.wrong-passkey");
    }

    @Test
    void takes_no_copy_of_a_key_whose_counter_stands_still() throws Exception {
        var fresh = people.browser();
        phone.countTo(7);
        assertThat(signIn(fresh, phone, challenge(fresh), settings.origin(), PRESENT | VERIFIED).status()).isEqualTo(200);

        assertThat(signIn(people.browser(), phone, challenge(fresh), settings.origin(), PRESENT | VERIFIED).code()).isEqualTo("identity.wrong-passkey");
        phone.countTo(6);
        var other = people.browser();
        assertThat(signIn(other, phone, challenge(other), settings.origin(), PRESENT | VERIFIED).code()).isEqualTo("identity.wrong-passkey");
    }

    @Test
    void takes_nonsense_for_a_wrong_passkey() {
        var fresh = people.browser();

        for (var nonsense : new String[] {"{}", "{\"id\":\"x\"}", "{\"id\":\"x\",\"rawId\":\"x\",\"type\":\"public-key\",\"response\":{}}"}) {
            assertThat(fresh.post("/api/v1/session/passkey", "{\"credential\":" + nonsense + "}").code()).isEqualTo("identity.wrong-passkey");
        }
    }

    @Test
    void adds_no_passkey_twice_and_none_for_another_ones_challenge() throws Exception {
        var lin = people.signedIn(people.person());
        var hers = new Authenticator();
        var challenge = lin.post("/api/v1/account/passkeys/options", "").json().path("challenge").asString();

        assertThat(add(hers.create(challenge, settings.origin(), PARTY)).code()).isEqualTo("identity.wrong-passkey");
        var again = browser.post("/api/v1/account/passkeys/options", "").json().path("challenge").asString();
        assertThat(add(phone.create(again, settings.origin(), PARTY)).code()).isEqualTo("identity.wrong-passkey");
        assertThat(browser.get("/api/v1/account/passkeys").json()).hasSize(1);
    }

    @Test
    void removes_ones_own_and_nobody_elses() throws Exception {
        var stranger = people.signedIn(people.person());

        assertThat(stranger.send("DELETE", "/api/v1/account/passkeys/" + phone.id(), null).code()).isEqualTo("identity.unknown-passkey");
        assertThat(browser.send("DELETE", "/api/v1/account/passkeys/" + phone.id(), null).status()).isEqualTo(204);

        var fresh = people.browser();
        assertThat(signIn(fresh, phone, challenge(fresh), settings.origin(), PRESENT | VERIFIED).code()).isEqualTo("identity.wrong-passkey");
        await().atMost(60, SECONDS).until(() -> people.messages(mei.mail()).stream().filter(message -> message.contains("asskey")).count() == 2);
    }

    @Test
    void needs_a_proof_of_just_now_to_add_or_remove_one() {
        jdbc.sql("update identity.session set fresh_until = now() where account_id = :account").param("account", mei.id().value()).update();
        await().atMost(60, SECONDS).until(() -> browser.get("/api/v1/session").json().path("freshUntil").isMissingNode());

        assertThat(browser.post("/api/v1/account/passkeys/options", "").code()).isEqualTo("identity.step-up-needed");
        assertThat(browser.send("DELETE", "/api/v1/account/passkeys/" + phone.id(), null).code()).isEqualTo("identity.step-up-needed");
    }

    private Api.Answer add(String credential) {
        return browser.post("/api/v1/account/passkeys", "{\"label\":\"Mei's phone\",\"credential\":" + credential + "}");
    }

    private static String challenge(Visitor visitor) {
        return visitor.post("/api/v1/session/passkey/options", "").json().path("challenge").asString();
    }

    private static Api.Answer signIn(Visitor visitor, Authenticator authenticator, String challenge, String origin, int flags) throws Exception {
        return visitor.post("/api/v1/session/passkey", "{\"credential\":" + authenticator.get(challenge, origin, PARTY, flags) + "}");
    }
}
