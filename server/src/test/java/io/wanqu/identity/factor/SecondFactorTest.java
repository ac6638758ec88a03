package io.wanqu.identity.factor;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.wanqu.identity.staff.Role;
import io.wanqu.testing.People;
import io.wanqu.testing.People.Person;
import io.wanqu.testing.Storefront;
import io.wanqu.testing.Together;
import io.wanqu.testing.Visitor;
import io.wanqu.testing.WanquTest;

import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class SecondFactorTest {

    @Autowired
    private People people;

    @Autowired
    private Storefront storefront;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private Person mei;
    private Visitor browser;
    private byte[] secret;
    private List<String> recoveryCodes;

    @BeforeEach
    void turn_on() {
        mei = people.staff(storefront.shop().id(), Role.OWNER);
        browser = people.signedIn(mei);
        var proposal = browser.post("/api/v1/account/totp", "").json();
        secret = Base32.decode(proposal.path("secret").asString());
        assertThat(proposal.path("uri").asString()).startsWith("otpauth://totp/Wanqu:l").contains("&issuer=Wanqu");
        var before = browser.cookie("wanqu_session");
        var answer = browser.send("PUT", "/api/v1/account/totp", "{\"code\":\"" + now() + "\"}");
        recoveryCodes = new ArrayList<>();
        answer.json().path("recoveryCodes").forEach(code -> recoveryCodes.add(code.asString()));
        assertThat(recoveryCodes).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("[a-z0-9]{5}-[a-z0-9]{5}"));
        assertThat(browser.cookie("wanqu_session")).isNotEqualTo(before);
        anyCodeIsNew();
    }

    @Test
    void lets_nobody_do_anything_with_the_password_alone() {
        var half = people.browser();
        var answer = half.post("/api/v1/session", "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(mei.mail(), People.PASSWORD));

        assertThat(answer.json().path("secondFactorNeeded").asBoolean()).isTrue();
        assertThat(answer.json().path("account").isMissingNode()).isTrue();
        assertThat(half.get("/api/v1/shop").code()).isEqualTo("identity.second-factor-needed");
        assertThat(half.get("/api/v1/sessions").code()).isEqualTo("identity.second-factor-needed");
        assertThat(half.send("DELETE", "/api/v1/account/totp", null).code()).isEqualTo("identity.second-factor-needed");
        assertThat(half.send("PUT", "/api/v1/account/password", "{\"password\":\"taken over by her\"}").code()).isEqualTo("identity.second-factor-needed");
        assertThat(half.post("/api/v1/session/step-up", "{\"password\":\"" + People.PASSWORD + "\"}").code()).isEqualTo("identity.second-factor-needed");
    }

    @Test
    void lets_in_who_has_both_under_a_new_secret() {
        var half = halfSignedIn();
        var before = half.cookie("wanqu_session");

        var answer = half.post("/api/v1/session/second-factor", code(now()));

        assertThat(answer.json().at("/account/secondFactor").asString()).isEqualTo("totp");
        assertThat(half.cookie("wanqu_session")).isNotEqualTo(before);
        assertThat(half.get("/api/v1/shop").status()).isEqualTo(200);
    }

    @Test
    void takes_a_code_once_within_its_time() throws Exception {
        var halves = IntStream.range(0, 20).mapToObj(n -> halfSignedIn()).toList();
        var code = now();

        var statuses = Together.run(20, n -> halves.get(n).post("/api/v1/session/second-factor", code(code)).status());

        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(halfSignedIn().post("/api/v1/session/second-factor", code(code)).code()).isIn("identity.wrong-second-factor", "identity.too-many-tries");
    }

    @Test
    void takes_a_recovery_code_once_and_tells_the_owner() throws Exception {
        var code = recoveryCodes.get(3).toUpperCase().replace("-", " ");
        var halves = IntStream.range(0, 20).mapToObj(n -> halfSignedIn()).toList();

        var statuses = Together.run(20, n -> halves.get(n).post("/api/v1/session/second-factor", code(code)).status());

        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(browser.get("/api/v1/account/recovery-codes").json().path("left").asLong()).isEqualTo(9);
        await().atMost(60, SECONDS).until(() -> people.messages(mei.mail()).stream().anyMatch(message -> message.contains("Recovery code used")));
    }

    @Test
    void holds_a_guesser_of_codes_back() {
        var half = halfSignedIn();
        var right = IntStream.rangeClosed(-2, 9).mapToObj(step -> Totp.code(secret, clock.instant().plusSeconds(30L * step))).toList();
        var wrong = IntStream.range(0, 1_000).mapToObj("%06d"::formatted).filter(code -> !right.contains(code)).toList();
        var guesses = IntStream.range(0, 7).mapToObj(n -> half.post("/api/v1/session/second-factor", code(wrong.get(n))).code()).toList();

        assertThat(guesses.subList(0, 5)).containsOnly("identity.wrong-second-factor");
        assertThat(guesses.subList(5, 7)).containsOnly("identity.too-many-tries");
        assertThat(half.post("/api/v1/session/second-factor", code(now())).code()).isEqualTo("identity.too-many-tries");
    }

    @Test
    void stays_when_the_password_is_recovered_by_mail() {
        var stranger = people.browser();
        stranger.post("/api/v1/login-codes", "{\"to\":\"%s\",\"purpose\":\"recover\"}".formatted(mei.mail()));
        var sent = people.code(mei.mail(), indexOfCode());

        assertThat(stranger.post("/api/v1/accounts/recovery",
                "{\"login\":\"%s\",\"code\":\"%s\",\"password\":\"another long sentence\"}".formatted(mei.mail(), sent)).status()).isEqualTo(204);

        assertThat(browser.get("/api/v1/sessions").code()).isEqualTo("identity.not-signed-in");
        assertThat(stranger.post("/api/v1/session", "{\"login\":\"%s\",\"password\":\"another long sentence\"}".formatted(mei.mail()))
                .json().path("secondFactorNeeded").asBoolean()).isTrue();
    }

    @Test
    void is_turned_off_only_after_a_proof_of_just_now() {
        stale();
        assertThat(browser.send("DELETE", "/api/v1/account/totp", null).code()).isEqualTo("identity.step-up-needed");
        assertThat(browser.send("PUT", "/api/v1/account/recovery-codes", null).code()).isEqualTo("identity.step-up-needed");
        assertThat(browser.post("/api/v1/account/totp", "").code()).isEqualTo("identity.step-up-needed");

        assertThat(browser.post("/api/v1/session/step-up", code(now())).status()).isEqualTo(200);
        assertThat(browser.send("DELETE", "/api/v1/account/totp", null).status()).isEqualTo(204);

        assertThat(people.signedIn(mei).get("/api/v1/session").json().at("/account/secondFactor").asString()).isEqualTo("none");
        assertThat(jdbc.sql("select count(*) from identity.recovery_code where account_id = :account").param("account", mei.id().value())
                .query(Long.class).single()).isZero();
    }

    @Test
    void draws_new_recovery_codes_and_forgets_the_old() {
        var answer = browser.send("PUT", "/api/v1/account/recovery-codes", null);

        assertThat(answer.json().path("recoveryCodes")).hasSize(10);
        assertThat(halfSignedIn().post("/api/v1/session/second-factor", code(recoveryCodes.getFirst())).code()).isEqualTo("identity.wrong-second-factor");
        assertThat(halfSignedIn().post("/api/v1/session/second-factor", code(answer.json().at("/recoveryCodes/0").asString())).status()).isEqualTo(200);
    }

    @Test
    void turns_on_only_when_the_new_authenticator_works() {
        var lin = people.person();
        var hers = people.signedIn(lin);
        hers.post("/api/v1/account/totp", "");

        assertThat(hers.send("PUT", "/api/v1/account/totp", "{\"code\":\"000000\"}").code()).isEqualTo("identity.wrong-totp");

        assertThat(people.signedIn(lin).get("/api/v1/session").json().at("/account/secondFactor").asString()).isEqualTo("none");
    }

    @Test
    void keeps_the_secret_sealed_and_the_recovery_codes_hashed() {
        var rows = jdbc.sql("""
                select encode(t.secret, 'escape') || (select string_agg(encode(hash, 'escape'), ' ') from identity.recovery_code r where r.account_id = t.account_id)
                  from identity.totp t where account_id = :account
                """).param("account", mei.id().value()).query(String.class).single();

        assertThat(rows).doesNotContain(new String(secret, StandardCharsets.ISO_8859_1), recoveryCodes.getFirst());
    }

    private Visitor halfSignedIn() {
        var half = people.browser();
        half.post("/api/v1/session", "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(mei.mail(), People.PASSWORD));
        return half;
    }

    private int indexOfCode() {
        await().atMost(60, SECONDS).until(() -> people.messages(mei.mail()).stream().anyMatch(message -> message.contains("Your code is")));
        var messages = people.messages(mei.mail());
        return IntStream.range(0, messages.size()).filter(n -> messages.get(n).contains("Your code is")).max().getAsInt() + 1;
    }

    private String now() {
        return Totp.code(secret, clock.instant());
    }

    private static String code(String code) {
        return "{\"code\":\"" + code + "\"}";
    }

    /** As if the code that turned it on had been shown long ago. */
    private void anyCodeIsNew() {
        jdbc.sql("update identity.totp set last_step = 0 where account_id = :account").param("account", mei.id().value()).update();
    }

    private void stale() {
        jdbc.sql("update identity.session set fresh_until = now() where account_id = :account").param("account", mei.id().value()).update();
        await().atMost(60, SECONDS).until(() -> browser.get("/api/v1/session").json().path("freshUntil").isMissingNode());
    }
}
