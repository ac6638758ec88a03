package io.wanqu.connectors.pinduoduo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.ChannelSession;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.PushNotice;
import io.wanqu.connector.Secret;
import io.wanqu.connector.kit.ChannelWorld.RefundStep;
import io.wanqu.connector.kit.ChannelWorld.Wish;
import io.wanqu.connectors.SteadyTokens;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Duration MOMENT = Duration.ofMillis(100);

    private final PinduoduoWorld world = new PinduoduoWorld();
    private final ChannelAccount account = world.account(new SteadyTokens(world.granted()), Clock.systemUTC());
    private final ChannelSession session = world.connector().open(account);

    @AfterEach
    void close() {
        session.close();
        world.close();
    }

    @Test
    void hears_of_each_step_by_its_own_topic() {
        session.take(MOMENT);
        var order = world.place(Wish.paid(1, 1)).getFirst();
        world.refund(order, RefundStep.APPLY);
        world.refund(order, RefundStep.AGREE);

        assertThat(take(3)).extracting(PushNotice::topic).containsExactly("pdd_trade_TradeConfirmed",
            "pdd_refund_RefundCreated", "pdd_refund_RefundAgreeAgreement");
    }

    @Test
    void connects_again_after_the_connection_broke_and_gets_what_was_not_acknowledged() {
        session.take(MOMENT);
        var order = world.place(Wish.paid(1, 1)).getFirst();
        var first = take(1).getFirst();
        world.stage().pull("/messages/break", "{}");
        await(() -> open() == 0);

        var again = take(1).getFirst();

        assertThat(again.messageId()).isEqualTo(first.messageId());
        assertThat(again.orderId()).isEqualTo(order.orderId());
        session.acknowledge(List.of(again));
        await(() -> world.stage().look("/messages").path("unacknowledged").asInt() == 0);
    }

    @Test
    void shows_that_it_is_alive() {
        session.take(MOMENT);

        await(() -> world.stage().look("/messages").path("heartbeats").asInt() > 0);
    }

    @Test
    void ends_its_connection_when_it_is_closed() {
        session.take(MOMENT);
        assertThat(open()).isEqualTo(1);

        session.close();

        await(() -> open() == 0);
        assertThatExceptionOfType(ConnectorException.class).isThrownBy(() -> session.take(MOMENT));
    }

    @Test
    void waits_before_it_tries_an_address_again_where_nobody_answers() {
        var app = new ChannelAccount.App(account.app().key(), account.app().secret(),
            Map.of(Facts.MESSAGES, Secret.of("ws://localhost:1")));
        try (var lonely = world.connector().open(
            new ChannelAccount(account.baseUri(), app, account.shopId(), account.tokens(), account.host()))) {
            assertThatExceptionOfType(ConnectorException.class).isThrownBy(() -> lonely.take(MOMENT))
                .matches(ConnectorException::retryable)
                .withMessageNotContaining("/message/");
            await(() -> catchThrowable(() -> lonely.take(MOMENT)).getMessage().contains("not tried again yet"));
        }
    }

    private List<PushNotice> take(int count) {
        var taken = new ArrayList<PushNotice>();
        await(() -> {
            taken.addAll(session.take(MOMENT));
            return taken.size() >= count;
        });
        assertThat(taken).hasSize(count);
        return taken;
    }

    private int open() {
        return world.stage().look("/messages").path("connections").asInt();
    }

    private static void await(BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("before patience ended").isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
