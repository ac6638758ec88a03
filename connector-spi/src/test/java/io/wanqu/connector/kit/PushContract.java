package io.wanqu.connector.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.wanqu.connector.Capabilities.Push;
import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connector.PushAnswer;
import io.wanqu.connector.PushAnswer.Accepted;
import io.wanqu.connector.PushAnswer.Refused;
import io.wanqu.connector.PushNotice;
import io.wanqu.connector.PushRequest;
import io.wanqu.connector.kit.ChannelWorld.Disturbance;
import io.wanqu.connector.kit.ChannelWorld.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A push is a hint from whoever can sign: it may be late, doubled, lost or forged, and nothing depends on it. */
public abstract class PushContract extends ConnectorContract {

    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();

    @BeforeEach
    void receive_pushes() {
        assumeThat(capabilities().access().push()).isEqualTo(Push.CALLS_US);
        world.onPush(request -> {
            var answer = session.receive(request);
            arrivals.add(new Arrival(request, answer));
            return answer;
        });
    }

    @Test
    void names_the_order_that_changed() throws InterruptedException {
        var placed = world.place(Wish.unpaid()).getFirst();
        var created = notice(next());
        world.pay(placed);
        var paid = notice(next());

        assertThat(created.orderId()).isEqualTo(placed.orderId());
        assertThat(paid.orderId()).isEqualTo(placed.orderId());
        assertThat(paid.messageId()).isNotEqualTo(created.messageId());
        assertThat(arrivals).isEmpty();
    }

    @Test
    void recognises_a_doubled_push_by_its_id() throws InterruptedException {
        world.disturbPushes(Disturbance.DUPLICATE, 1);
        world.place(Wish.unpaid());

        var first = notice(next());
        var second = notice(next());

        assertThat(second.messageId()).isEqualTo(first.messageId());
        assertThat(arrivals).isEmpty();
    }

    @Test
    void reads_the_newest_state_whichever_push_comes_first() throws InterruptedException {
        world.disturbPushes(Disturbance.REORDER, 2);
        var placed = world.place(Wish.paid(1, 1)).getFirst();

        var statuses = new ArrayList<OrderStatus>();
        for (var arrival : List.of(next(), next())) {
            assertThat(notice(arrival).orderId()).isEqualTo(placed.orderId());
            statuses.add(read(placed).status());
        }

        assertThat(statuses).containsExactly(OrderStatus.PAID, OrderStatus.PAID);
    }

    @Test
    void finds_by_polling_what_no_push_told() {
        assumeThat(capabilities().polling().lists()).isTrue();
        world.disturbPushes(Disturbance.LOSE, 2);
        var placed = world.place(Wish.paid(1, 1)).getFirst();

        assertThat(readAll(lastHour())).extracting(ChannelOrder::externalOrderId).containsExactly(placed.orderId());
        assertThat(arrivals).isEmpty();
    }

    @Test
    void refuses_a_forged_push() throws InterruptedException {
        var placed = world.place(Wish.unpaid()).getFirst();
        next();
        world.forgePush(placed);

        var arrival = next();

        assertThat(arrival.answer).isInstanceOf(Refused.class);
        assertThat(arrival.answer.reply().status()).isNotEqualTo(200);
    }

    @Test
    void refuses_a_push_with_one_byte_changed_anywhere() throws InterruptedException {
        assumeThat(world.pushesProveTheirBody()).isTrue();
        world.place(Wish.unpaid());
        var genuine = next().request;

        for (var at = 0; at < genuine.body().length; at++) {
            var body = genuine.body().clone();
            body[at] ^= 1;
            var changed = new PushRequest(genuine.headers(), genuine.query(), body, genuine.receivedAt());
            assertThat(session.receive(changed)).isInstanceOf(Refused.class);
        }
        assertThat(session.receive(genuine)).isInstanceOf(Accepted.class);
    }

    @Test
    void takes_from_an_unproven_push_no_more_than_which_order_to_read() throws InterruptedException {
        assumeThat(world.pushesProveTheirBody()).isFalse();
        var placed = world.place(Wish.unpaid()).getFirst();
        var genuine = next().request;

        for (var at = 0; at < genuine.body().length; at++) {
            var body = genuine.body().clone();
            body[at] ^= 1;
            assertThat(session.receive(new PushRequest(genuine.headers(), genuine.query(), body, genuine.receivedAt())))
                .isNotNull();
        }
        assertThat(read(placed).status()).isEqualTo(OrderStatus.PENDING_PAYMENT);
    }

    @Test
    void refuses_rubbish_without_stumbling() {
        for (var text : List.of("", "[]", "{", "null", "[{\"tag\":1}]", "卡密")) {
            var request = new PushRequest(Map.of(), Map.of(), text.getBytes(UTF_8),
                world.now());
            assertThat(session.receive(request)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void takes_the_same_push_on_many_threads_with_the_same_result() throws Exception {
        world.place(Wish.unpaid());
        var arrival = next();

        var answers = together(100, () -> session.receive(arrival.request));

        assertThat(answers).containsOnly(arrival.answer);
    }

    private Arrival next() throws InterruptedException {
        var arrival = arrivals.poll(60, TimeUnit.SECONDS);
        assertThat(arrival).as("a push within a minute").isNotNull();
        return arrival;
    }

    private static PushNotice notice(Arrival arrival) {
        assertThat(arrival.answer).isInstanceOf(Accepted.class);
        return ((Accepted) arrival.answer).notices().getFirst();
    }

    private record Arrival(PushRequest request, PushAnswer answer) {
    }
}
