package io.wanqu.identity.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;

import io.wanqu.identity.secret.SecretText;
import io.wanqu.identity.secret.SecretText.Mark;
import io.wanqu.testing.People;
import io.wanqu.testing.Together;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WanquTest
class FirstOperatorTest {

    @Autowired
    private People people;

    @Autowired
    private FirstOperatorLink link;

    @Autowired
    private Clock clock;

    @Test
    void makes_one_of_twenty_who_follow_the_link_the_first_operator() throws Exception {
        var secret = SecretText.draw(Mark.LINK);
        link.put(secret.hash(), clock.instant());

        var answers = Together.run(20, n -> follow(secret.secret()));

        assertThat(answers.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(answers.stream().filter(status -> status == 403)).hasSize(19);
    }

    @Test
    void signs_the_first_operator_in() {
        var secret = SecretText.draw(Mark.LINK);
        link.put(secret.hash(), clock.instant());
        var browser = people.browser();

        browser.post("/api/v1/operators/first", body(secret.secret()));

        assertThat(browser.get("/api/v1/session").json().path("operator").asBoolean()).isTrue();
        assertThat(browser.get("/api/v1/audit", "Wanqu-Shop", "platform").status()).isEqualTo(200);
    }

    @Test
    void takes_no_guess_and_no_link_that_was_replaced() {
        var old = SecretText.draw(Mark.LINK);
        link.put(old.hash(), clock.instant());
        link.put(SecretText.draw(Mark.LINK).hash(), clock.instant());

        assertThat(follow(old.secret())).isEqualTo(403);
        assertThat(follow(SecretText.draw(Mark.LINK).secret())).isEqualTo(403);
        assertThat(follow("")).isEqualTo(403);
    }

    private int follow(String secret) {
        return people.browser().post("/api/v1/operators/first", body(secret)).status();
    }

    private static String body(String secret) {
        return "{\"secret\":\"%s\",\"login\":\"%s\",\"name\":\"Wei\",\"password\":\"%s\"}".formatted(secret, People.freshMail(), People.PASSWORD);
    }
}
