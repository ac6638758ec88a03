package io.wanqu.connectors.wechatshop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.connector.ChannelSession;
import io.wanqu.connector.PushAnswer.Accepted;
import io.wanqu.connector.PushAnswer.Refused;
import io.wanqu.connector.PushRequest;
import io.wanqu.connector.Tokens;
import io.wanqu.connector.kit.ChannelWorld.RefundStep;
import io.wanqu.connector.kit.ChannelWorld.Wish;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PushesTest {

    private final WechatShopWorld world = new WechatShopWorld();
    private final ChannelSession session = world.connector().open(world.account(Tokens.none(), Clock.systemUTC()));

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void answers_the_address_check_with_the_platforms_word() {
        world.stage().deliverPushesTo(session::receive);

        var answer = world.stage().pull("/echo",
            "{\"appKey\":\"%s\",\"url\":\"%s\"}".formatted(world.appKey(), world.stage().postbox()));

        assertThat(answer.path("echoed").asBoolean()).isTrue();
    }

    @Test
    void echoes_nothing_to_a_stranger() {
        var query = Map.of("signature", "0".repeat(40), "timestamp", "1714036504", "nonce", "1", "echostr", "secret-word");

        var answer = session.receive(new PushRequest(Map.of(), query, new byte[0], Instant.EPOCH));

        assertThat(answer).isInstanceOf(Refused.class);
        assertThat(answer.reply().body()).doesNotContain("secret-word");
    }

    @Test
    void refuses_a_genuine_seal_in_an_envelope_for_another() throws InterruptedException {
        var arrived = arrivals();
        world.place(Wish.unpaid());
        var genuine = arrived.take();

        var readdressed = new PushRequest(genuine.headers(), genuine.query(),
            genuine.text().replace("gh_", "gx_").getBytes(UTF_8), Instant.EPOCH);

        assertThat(session.receive(genuine)).isInstanceOf(Accepted.class);
        assertThat(session.receive(readdressed)).isInstanceOf(Refused.class);
    }

    @Test
    void names_the_order_of_an_after_sale() throws InterruptedException {
        var order = world.place(Wish.paid(1, 1)).getFirst();
        var arrived = arrivals();
        world.refund(order, RefundStep.APPLY);

        var push = arrived.poll(60, TimeUnit.SECONDS);
        assertThat(push).isNotNull();
        assertThat(session.receive(push)).isInstanceOfSatisfying(Accepted.class, accepted ->
            assertThat(accepted.notices()).singleElement().satisfies(notice -> {
                assertThat(notice.topic()).isEqualTo("channels_ec_aftersale_update");
                assertThat(notice.orderId()).isEqualTo(order.orderId());
            }));
    }

    private BlockingQueue<PushRequest> arrivals() {
        var arrived = new LinkedBlockingQueue<PushRequest>();
        world.onPush(request -> {
            arrived.add(request);
            return session.receive(request);
        });
        return arrived;
    }
}
