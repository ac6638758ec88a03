package io.wanqu.connectors.kuaishou;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.connector.ChannelSession;
import io.wanqu.connector.Delivery;
import io.wanqu.connector.DeliveryOutcome.Delivered;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connector.PushAnswer;
import io.wanqu.connector.PushAnswer.Accepted;
import io.wanqu.connector.PushAnswer.Refused;
import io.wanqu.connector.PushRequest;
import io.wanqu.connector.Secret;
import io.wanqu.connector.StockUpdate;
import io.wanqu.connector.Tokens;
import io.wanqu.connector.kit.ChannelWorld.Placed;
import io.wanqu.connector.kit.ChannelWorld.Wish;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The platform asks for tickets, and gets them later by a call of ours. */
class TicketsTest {

    private final KuaishouWorld world = new KuaishouWorld();
    private final ChannelSession session = world.connector().open(world.account(steady(world.granted()), Clock.systemUTC()));
    private final BlockingQueue<PushRequest> asked = new LinkedBlockingQueue<>();
    private final BlockingQueue<PushAnswer> answered = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void names_our_order_number_when_it_is_asked_to_send_and_sends_later() throws InterruptedException {
        var order = placedWhilePlatformAsks();

        var answer = answered.poll(60, TimeUnit.SECONDS);
        assertThat(answer).isInstanceOfSatisfying(Accepted.class, accepted -> {
            assertThat(accepted.reply().body()).contains("\"orderNo\":\"" + order.orderId() + "\"");
            assertThat(accepted.notices()).singleElement().satisfies(notice -> {
                assertThat(notice.orderId()).isEqualTo(order.orderId());
                assertThat(notice.raw()).doesNotContain("token");
            });
        });
        assertThat(session.order(order.orderId()).orElseThrow().status()).isEqualTo(OrderStatus.PAID);

        assertThat(session.deliver(delivery(order))).isEqualTo(new Delivered());

        assertThat(world.shownCodes(order)).containsExactly("卡-1");
    }

    @Test
    void refuses_to_be_asked_by_a_stranger() throws InterruptedException {
        placedWhilePlatformAsks();
        var genuine = asked.poll(60, TimeUnit.SECONDS);
        assertThat(genuine).isNotNull();

        for (var at = 0; at < genuine.body().length; at++) {
            var body = genuine.body().clone();
            body[at] ^= 1;
            assertThat(session.receive(new PushRequest(genuine.headers(), genuine.query(), body, Instant.EPOCH)))
                .isInstanceOf(Refused.class);
        }
        var later = new HashMap<>(genuine.query());
        later.put("timestamp", "1704038400000");
        assertThat(session.receive(new PushRequest(genuine.headers(), later, genuine.body(), Instant.EPOCH)))
            .isInstanceOf(Refused.class);
    }

    @Test
    void shows_the_tickets_that_the_platform_holds() {
        var order = world.place(Wish.paid(1, 1)).getFirst();
        assertThat(session.codes(order.orderId(), order.lineId())).isEmpty();
        session.deliver(delivery(order));

        assertThat(session.codes(order.orderId(), order.lineId())).singleElement().satisfies(code -> {
            assertThat(code.number()).isEqualTo("卡-1");
            assertThat(code.secret()).isEqualTo(Secret.of("密"));
            assertThat(code.stableId()).isEqualTo("card-1");
        });
    }

    @Test
    void adds_and_takes_what_is_missing_to_a_full_value() {
        assertThat(world.shownStock()).isEqualTo(100_000);
        var updates = world.stage().look("/stock?sku=" + world.skuId()).path("updates").asInt();

        session.setStock(StockUpdate.full(world.productId(), world.skuId(), 99_990, "a"));
        session.setStock(StockUpdate.full(world.productId(), world.skuId(), 99_990, "b"));
        session.setStock(StockUpdate.increment(world.productId(), world.skuId(), 3, "c"));

        assertThat(world.shownStock()).isEqualTo(99_993);
        assertThat(world.stage().look("/stock?sku=" + world.skuId()).path("updates").asInt()).isEqualTo(updates + 2);
    }

    @Test
    void turns_an_owners_code_into_the_pair_in_force() {
        var pair = session.authorise(world.ownersCode());

        assertThat(pair.access()).isEqualTo(world.granted().access());
        assertThat(pair.accessEndsAt()).isAfter(world.now().plus(Duration.ofHours(47)));
        assertThat(pair.refreshEndsAt()).isAfter(world.now().plus(Duration.ofDays(179)));
        assertThat(session.refresh(pair).refresh()).isNotEqualTo(pair.refresh());
    }

    private Placed placedWhilePlatformAsks() {
        world.stage().deliverPushesTo(request -> {
            asked.add(request);
            var answer = session.receive(request);
            answered.add(answer);
            return answer;
        });
        world.stage().pull("/tickets", "{\"appKey\":\"%s\",\"url\":\"%s\"}".formatted(world.appKey(), world.stage().postbox()));
        return world.place(Wish.paid(1, 1)).getFirst();
    }

    private Delivery delivery(Placed order) {
        return new Delivery(order.orderId(), order.lineId(), order.skuId(),
            List.of(new Delivery.Code("卡-1", Secret.of("密"), "card-1")), world.now());
    }

    private static Tokens steady(Tokens.Pair pair) {
        return new Tokens() {
            @Override
            public Pair current() {
                return pair;
            }

            @Override
            public Pair renew(Pair rejected, UnaryOperator<Pair> refresh) {
                return pair;
            }
        };
    }
}
