package io.wanqu.connector.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.Connector;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.kit.ChannelWorld.Failure;
import io.wanqu.connector.kit.ChannelWorld.Placed;
import io.wanqu.connector.kit.ChannelWorld.Wish;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Clocks, tokens, limits and outages: what stands between us and the channel. */
public abstract class AccessContract extends ConnectorContract {

    @Test
    void is_found_by_the_service_loader_under_its_kind() {
        var kind = world.connector().kind();

        assertThat(Connector.installed().get(kind)).hasSameClassAs(world.connector());
        assertThat(kind).matches("[a-z][a-z0-9]+");
    }

    @Test
    void works_while_the_clocks_differ_less_than_allowed() {
        var drift = capabilities().access().clockDrift();
        assumeThat(drift).isNotNull();
        var placed = paidOrder(1);

        for (var skew : new Duration[] {drift.minusSeconds(5), drift.minusSeconds(5).negated()}) {
            world.skew(skew);
            assertThat(read(placed).externalOrderId()).isEqualTo(placed.orderId());
        }
    }

    @Test
    void is_refused_when_the_clocks_differ_more_than_allowed() {
        var drift = capabilities().access().clockDrift();
        assumeThat(drift).isNotNull();

        for (var skew : new Duration[] {drift.plusSeconds(5), drift.plusSeconds(5).negated()}) {
            world.skew(skew);
            assertThatExceptionOfType(ConnectorException.class)
                .isThrownBy(() -> probe())
                .matches(trouble -> !trouble.retryable());
        }
    }

    @Test
    void renews_an_expired_token_once_and_finishes_the_batch() {
        assumeTokens();
        var orders = world.place(Wish.paid(10, 1));
        orders.subList(0, 5).forEach(this::read);
        world.expireToken();

        orders.forEach(this::read);

        assertThat(world.refreshes()).isEqualTo(1);
    }

    @Test
    void renews_once_although_many_nodes_meet_the_expired_token() throws Exception {
        assumeTokens();
        var placed = paidOrder(1);
        world.expireToken();

        var read = together(50, () -> anotherNode().order(placed.orderId()).orElseThrow());

        assertThat(read).extracting(ChannelOrder::externalOrderId).containsOnly(placed.orderId());
        assertThat(world.refreshes()).isEqualTo(1);
    }

    @Test
    void asks_for_authorisation_when_the_refresh_token_is_spent() {
        assumeTokens();
        assumeThat(world.refreshTokensAreSpent()).isTrue();
        var old = world.granted();
        session.refresh(old);

        assertThatExceptionOfType(ConnectorException.class)
            .isThrownBy(() -> session.refresh(old))
            .matches(ConnectorException::needsAuthorisation)
            .matches(trouble -> !trouble.retryable());
    }

    @Test
    void waits_when_the_channel_limits_it() {
        world.fail(Failure.LIMITED, 1);

        assertThatExceptionOfType(ConnectorException.class)
            .isThrownBy(() -> probe())
            .matches(ConnectorException::retryable)
            .satisfies(trouble -> assertThat(trouble.retryAfter()).isPresent());
    }

    @Test
    void may_try_again_when_the_channel_is_ill() {
        world.fail(Failure.ILL, 1);

        assertThatExceptionOfType(ConnectorException.class)
            .isThrownBy(() -> probe())
            .matches(ConnectorException::retryable);
        assertThatNoException().isThrownBy(this::probe);
    }

    @Test
    void loses_nothing_in_an_outage() {
        var before = world.place(Wish.paid(5, 1));
        world.outage(true);
        var during = world.place(Wish.paid(5, 1));
        IntStream.range(0, 3).forEach(_ -> assertThatExceptionOfType(ConnectorException.class)
            .isThrownBy(() -> probe())
            .matches(ConnectorException::retryable));

        world.outage(false);

        assumeThat(capabilities().polling().lists()).isTrue();
        assertThat(readAll(lastHour())).extracting(ChannelOrder::externalOrderId)
            .containsAll(before.stream().map(Placed::orderId).toList())
            .containsAll(during.stream().map(Placed::orderId).toList())
            .hasSize(10);
    }

    @Test
    void tells_no_secret_in_its_troubles() {
        world.outage(true);
        var account = world.account(new HostTokens(world.granted()), Clock.systemUTC());

        assertThatExceptionOfType(ConnectorException.class)
            .isThrownBy(() -> probe())
            .satisfies(trouble -> {
                var text = new StringWriter();
                trouble.printStackTrace(new PrintWriter(text));
                assertThat(text.toString() + account)
                    .doesNotContain(account.app().secret().reveal())
                    .doesNotContain(world.granted().access().reveal())
                    .doesNotContain(world.granted().refresh().reveal());
            });
    }

    private void assumeTokens() {
        assumeThat(capabilities().access().tokens()).isTrue();
    }
}
