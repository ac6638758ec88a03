package io.wanqu.connectors.wechatshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.ChannelSession;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Secret;
import io.wanqu.connector.Tokens;
import io.wanqu.connector.kit.ChannelWorld.Wish;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StableTokenTest {

    private final WechatShopWorld world = new WechatShopWorld();
    private final SharedTokens tokens = new SharedTokens();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void fetches_its_first_token_without_an_owner_and_once_for_all_nodes() throws Exception {
        var order = world.place(Wish.paid(1, 1)).getFirst();

        readOnManyNodes(order.orderId());

        assertThat(tokens.fetched).hasValue(1);
        assertThat(world.refreshes()).isZero();
        assertThat(tokens.pair.access()).isEqualTo(world.granted().access());
        assertThat(tokens.pair.accessEndsAt()).isAfter(world.now().plus(Duration.ofMinutes(100)));
    }

    @Test
    void replaces_an_expired_token_once_although_many_nodes_meet_it() throws Exception {
        var order = world.place(Wish.paid(1, 1)).getFirst();
        readOnManyNodes(order.orderId());
        world.expireToken();

        readOnManyNodes(order.orderId());

        assertThat(tokens.fetched).hasValue(2);
        assertThat(world.refreshes()).isEqualTo(1);
    }

    @Test
    void forces_another_token_only_when_the_refused_one_comes_back() {
        var session = session();
        var given = session.refresh(Tokens.none().current());
        assertThat(world.refreshes()).isZero();

        var forced = session.refresh(given);

        assertThat(forced.access()).isNotEqualTo(given.access());
        assertThat(world.refreshes()).isEqualTo(1);
    }

    @Test
    void asks_for_help_when_the_secret_is_wrong() {
        var account = world.account(tokens, Clock.systemUTC());
        var app = new ChannelAccount.App(account.app().key(), Secret.of("wrong"), account.app().more());
        var session = world.connector().open(new ChannelAccount(account.baseUri(), app, account.shopId(), tokens, account.host()));

        assertThatExceptionOfType(ConnectorException.class).isThrownBy(() -> session.order("1"))
            .matches(ConnectorException::needsAuthorisation)
            .matches(trouble -> trouble.code().equals("40125"));
        assertThat(world.refreshes()).isZero();
    }

    private void readOnManyNodes(String orderId) throws Exception {
        Callable<Boolean> read = () -> session().order(orderId).isPresent();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Boolean>>();
            for (var node = 0; node < 50; node++) {
                running.add(threads.submit(read));
            }
            for (var each : running) {
                assertThat(each.get()).isTrue();
            }
        }
    }

    private ChannelSession session() {
        return world.connector().open(world.account(tokens, Clock.systemUTC()));
    }

    /** A host that begins with nothing. */
    private static final class SharedTokens implements Tokens {

        private final AtomicInteger fetched = new AtomicInteger();
        private Pair pair = Tokens.none().current();

        @Override
        public synchronized Pair current() {
            return pair;
        }

        @Override
        public synchronized Pair renew(Pair rejected, UnaryOperator<Pair> refresh) {
            if (pair.access().equals(rejected.access())) {
                fetched.incrementAndGet();
                pair = refresh.apply(pair);
            }
            return pair;
        }
    }
}
