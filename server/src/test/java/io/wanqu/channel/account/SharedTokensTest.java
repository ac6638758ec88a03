package io.wanqu.channel.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import io.wanqu.channel.ChannelProblem;
import io.wanqu.channel.ChannelSettings;
import io.wanqu.channel.Fair;
import io.wanqu.channel.FairGround;
import io.wanqu.channel.account.Accounts.Grant;
import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.Secret;
import io.wanqu.connector.Tokens;
import io.wanqu.testing.WanquTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class SharedTokensTest {

    @Autowired
    private FairGround ground;
    @Autowired
    private Channels channels;
    @Autowired
    private AccountSecrets secrets;
    @Autowired
    private SealedAccounts sealedAccounts;
    @Autowired
    private Kinds kinds;
    @Autowired
    private CallGuards guards;
    @Autowired
    private ChannelSettings settings;
    @Autowired
    private Accounts accounts;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Clock clock;

    @Test
    void refreshes_once_when_many_calls_of_two_nodes_meet_a_dead_token() throws Exception {
        var fair = idle();
        var one = node().open(fair.key());
        var other = node().open(fair.key());
        fair.expireToken(false);

        var calls = new ArrayList<Callable<Optional<ChannelOrder>>>();
        for (var n = 0; n < 8; n++) {
            calls.add(() -> one.call(session -> session.order("1")));
            calls.add(() -> other.call(session -> session.order("1")));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(calls)) {
                assertThat(answer.get()).isEmpty();
            }
        }

        assertThat(fair.refreshes()).isEqualTo(1);
        assertThat(ground.state(fair)).isEqualTo("paused");
    }

    @Test
    void refreshes_at_half_of_life() {
        var fair = ground.fair(1);
        assertThat(fair.refreshes()).isZero();

        jdbc.sql("update channel.channel set refresh_due_at = now() where shop_id = :shop").param("shop", fair.key().shop().value()).update();

        await().atMost(Duration.ofSeconds(60)).until(() -> fair.refreshes() == 1);
        await().atMost(Duration.ofSeconds(60)).until(() -> jdbc.sql("select refresh_due_at > now() from channel.channel where shop_id = :shop")
                .param("shop", fair.key().shop().value()).query(Boolean.class).single());
    }

    @Test
    void asks_for_authorisation_when_the_refresh_is_refused_and_goes_on_when_it_is_given() {
        var fair = ground.fair(1);
        fair.expireToken(true);
        jdbc.sql("update channel.channel set poll_due_at = now() where shop_id = :shop").param("shop", fair.key().shop().value()).update();
        await().atMost(Duration.ofSeconds(60)).until(() -> ground.state(fair).equals("needs_authorisation"));

        var shop = fair.marketplace().pull("/shop", "{\"appKey\":\"%s\"}".formatted(fair.there().app()));
        accounts.reconnect(fair.key(), null, Map.of(), new Grant.Pair(new Tokens.Pair(Secret.of(shop.path("accessToken").asString()),
                Secret.of(shop.path("refreshToken").asString()), null, null)));

        assertThat(ground.state(fair)).isEqualTo("on");
        Optional<ChannelOrder> answer = node().open(fair.key()).call(session -> session.order("1"));
        assertThat(answer).isEmpty();
    }

    @Test
    void refuses_a_code_that_the_channel_does_not_know_and_stays_as_it_was() {
        var fair = idle();

        assertThatExceptionOfType(ChannelProblem.NotAuthorised.class)
                .isThrownBy(() -> accounts.reconnect(fair.key(), null, Map.of(), new Grant.Code(Secret.of("never-given"))));

        assertThat(ground.state(fair)).isEqualTo("paused");
    }

    @Test
    void keeps_secrets_and_tokens_sealed() {
        var fair = idle();
        var pair = secrets.tokens(fair.key()).pair();

        var stored = jdbc.sql("select row_to_json(channel)::text from channel.channel where shop_id = :shop")
                .param("shop", fair.key().shop().value()).query(String.class).single();

        assertThat(List.of(pair.access().reveal(), pair.refresh().reveal(), secrets.appSecret(fair.key()).reveal()))
                .allSatisfy(secret -> assertThat(stored).doesNotContain(secret)
                        .doesNotContain(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void seals_an_account_anew_and_still_reads_it() {
        var fair = idle();
        var before = jdbc.sql("select access_token from channel.channel where shop_id = :shop")
                .param("shop", fair.key().shop().value()).query(byte[].class).single();
        var pair = secrets.tokens(fair.key()).pair();

        sealedAccounts.sealAnew(fair.key().shop(), Arrays.copyOf(before, 5), 0);

        var after = jdbc.sql("select access_token from channel.channel where shop_id = :shop")
                .param("shop", fair.key().shop().value()).query(byte[].class).single();
        assertThat(after).isNotEqualTo(before);
        assertThat(secrets.tokens(fair.key()).pair()).isEqualTo(pair);
    }

    /** A channel whose own jobs rest, so that only the test calls it. */
    private Fair idle() {
        var fair = ground.fair(1);
        accounts.pause(fair.key());
        await().atMost(Duration.ofSeconds(60)).until(() -> jdbc.sql("select polling_until is null from channel.channel where shop_id = :shop")
                .param("shop", fair.key().shop().value()).query(Boolean.class).single());
        return fair;
    }

    /** What another server of the same database would use. */
    private Sessions node() {
        return new Sessions(channels, secrets, kinds, guards, settings, clock);
    }
}
