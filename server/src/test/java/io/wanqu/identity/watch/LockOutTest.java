package io.wanqu.identity.watch;

import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.stream.IntStream;

import io.wanqu.testing.Api;
import io.wanqu.testing.People;
import io.wanqu.testing.Together;
import io.wanqu.testing.Visitor;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@WanquTest
@TestPropertySource(properties = "wanqu.web.trusted-proxies=127.0.0.1")
class LockOutTest {

    @Autowired
    private People people;

    @Autowired
    private Tries tries;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void makes_a_guesser_wait_longer_each_time() {
        var mei = people.person();
        var guesser = people.browser();
        var began = System.nanoTime();
        IntStream.range(0, 5).forEach(n -> assertThat(guess(guesser, mei.mail(), n, "203.0.113.7").code()).isEqualTo("identity.wrong-login"));

        var sixth = logIn(guesser, mei.mail(), "203.0.113.7");

        assertThat(sixth.status()).isEqualTo(429);
        assertThat(sixth.code()).isEqualTo("identity.too-many-tries");
        assertThat(sixth.json().path("retryAfterSeconds").asLong()).isBetween(30 - secondsSince(began), 31L);
        waitIsOver();
        var again = System.nanoTime();
        assertThat(guess(guesser, mei.mail(), 6, "203.0.113.7").code()).isEqualTo("identity.wrong-login");
        assertThat(guess(guesser, mei.mail(), 7, "203.0.113.7").json().path("retryAfterSeconds").asLong()).isBetween(60 - secondsSince(again), 61L);
    }

    @Test
    void answers_a_guesser_alike_whether_the_account_exists() {
        var known = people.person().mail();
        var unknown = People.freshMail();

        for (var n = 0; n < 7; n++) {
            var one = guess(people.browser(), known, n, "203.0.113.8");
            var other = guess(people.browser(), unknown, n, "203.0.113.8");
            assertThat(one.code()).isEqualTo(other.code()).isEqualTo(n < 5 ? "identity.wrong-login" : "identity.too-many-tries");
        }
    }

    @Test
    void evaluates_no_more_guesses_when_a_hundred_come_at_once() throws Exception {
        var mei = people.person();

        var codes = Together.run(100, n -> guess(people.browser(), mei.mail(), n, "203.0.113.9").code());

        assertThat(codes.stream().filter("identity.wrong-login"::equals)).hasSizeLessThanOrEqualTo(5);
        assertThat(codes.stream().filter("identity.too-many-tries"::equals)).hasSizeGreaterThanOrEqualTo(95);
    }

    @Test
    void lets_the_owner_in_on_his_own_device_while_strangers_try() {
        var mei = people.person();
        var own = people.signedIn(mei);
        IntStream.range(0, 55).forEach(n -> guess(people.browser(), mei.mail(), n, "198.51." + n + ".1"));

        assertThat(logIn(people.browser(), mei.mail(), "192.0.2.1").code()).isEqualTo("identity.too-many-tries");
        assertThat(logIn(own, mei.mail(), "192.0.2.1").status()).isEqualTo(200);
    }

    @Test
    void lets_the_owner_in_by_code_on_a_new_device_while_strangers_try() {
        var mei = people.person();
        IntStream.range(0, 55).forEach(n -> guess(people.browser(), mei.mail(), n, "198.51." + n + ".1"));
        var fresh = people.browser();
        fresh.post("/api/v1/login-codes", "{\"to\":\"%s\",\"purpose\":\"login\"}".formatted(mei.mail()));

        var answer = fresh.post("/api/v1/session", "{\"login\":\"%s\",\"code\":\"%s\"}".formatted(mei.mail(), people.code(mei.mail(), 1)));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void forgets_the_tries_of_who_was_right_in_the_end() {
        var mei = people.person();
        var browser = people.browser();
        for (var round = 0; round < 3; round++) {
            IntStream.range(0, 4).forEach(n -> guess(browser, mei.mail(), n, "203.0.113.10"));
            assertThat(logIn(browser, mei.mail(), "203.0.113.10").status()).isEqualTo(200);
        }
    }

    @Test
    void stops_one_address_that_tries_many_accounts() {
        var origin = new Origin(false, "address:203.0.113.11", "203.0.113.11", "", true);
        IntStream.range(0, 300).forEach(n -> tries.take("password", ("account " + n).getBytes(StandardCharsets.UTF_8), origin, true));

        assertThatExceptionOfType(WatchProblem.TooManyTries.class)
                .isThrownBy(() -> tries.take("password", "one more".getBytes(StandardCharsets.UTF_8), origin, true));
    }

    @Test
    void sends_no_codes_to_everybody_for_one_address() {
        IntStream.range(0, 60).forEach(n -> assertThat(askForCode("203.0.113.30")).isEqualTo(202));

        assertThat(askForCode("203.0.113.30")).isEqualTo(429);
        assertThat(askForCode("203.0.113.31")).isEqualTo(202);
    }

    @Test
    void takes_as_long_for_nobody_as_for_somebody() {
        var somebody = new ArrayList<Long>();
        var nobody = new ArrayList<Long>();
        for (var n = 0; n < 15; n++) {
            somebody.add(nanos(people.person().mail()));
            nobody.add(nanos(People.freshMail()));
        }

        Collections.sort(somebody);
        Collections.sort(nobody);
        assertThat((double) nobody.get(7) / somebody.get(7)).as("ratio of medians").isBetween(0.6, 1.7);
    }

    @Test
    void tells_the_owner_of_a_log_in_from_a_new_device() {
        var mei = people.person();
        people.signedIn(mei);
        assertThat(people.messages(mei.mail())).isEmpty();

        var stranger = people.signedIn(mei);

        await().atMost(60, SECONDS).until(() -> people.messages(mei.mail()).size() == 1);
        assertThat(people.messages(mei.mail()).getFirst()).contains("New device");
        assertThat(stranger.get("/api/v1/account/alerts").json().at("/items/0/what").asString()).isEqualTo("new-device");
        assertThat(stranger.get("/api/v1/account/alerts").json().path("items")).hasSize(1);
    }

    @Test
    void lists_a_new_network_of_a_known_device_without_a_message() {
        var mei = people.person();
        var browser = people.browser();
        logIn(browser, mei.mail(), "203.0.113.20");
        logIn(browser, mei.mail(), "203.0.113.21");
        logIn(browser, mei.mail(), "192.0.2.77");

        var alerts = browser.get("/api/v1/account/alerts").json().path("items");

        assertThat(alerts).hasSize(1);
        assertThat(alerts.get(0).path("what").asString()).isEqualTo("new-network");
        assertThat(alerts.get(0).path("address").asString()).isEqualTo("192.0.2.77");
        assertThat(people.messages(mei.mail())).isEmpty();
    }

    private int askForCode(String from) {
        return people.browser().post("/api/v1/login-codes", "{\"to\":\"%s\",\"purpose\":\"register\"}".formatted(People.freshMail()),
                "X-Forwarded-For", from).status();
    }

    private long nanos(String mail) {
        var browser = people.browser();
        var before = System.nanoTime();
        assertThat(guess(browser, mail, 0, "203.0.113.99").code()).isIn("identity.wrong-login", "identity.too-many-tries");
        return System.nanoTime() - before;
    }

    private static long secondsSince(long nanos) {
        return SECONDS.convert(System.nanoTime() - nanos, NANOSECONDS) + 1;
    }

    private void waitIsOver() {
        jdbc.sql("update identity.tries set blocked_until = now() where blocked_until is not null").update();
    }

    private static Api.Answer guess(Visitor browser, String mail, int n, String from) {
        return browser.post("/api/v1/session", "{\"login\":\"%s\",\"password\":\"guess number %d\"}".formatted(mail, n), "X-Forwarded-For", from);
    }

    private static Api.Answer logIn(Visitor browser, String mail, String from) {
        return browser.post("/api/v1/session", "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(mail, People.PASSWORD), "X-Forwarded-For", from);
    }
}
