package io.wanqu.connectors.taobao;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.connector.ChannelSession;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connector.PushAnswer.Reply;
import io.wanqu.connector.PushAnswer;
import io.wanqu.connector.PushRequest;
import io.wanqu.connector.Tokens;
import io.wanqu.connector.kit.ChannelWorld.Placed;
import io.wanqu.connector.kit.ChannelWorld.Wish;
import io.wanqu.connector.kit.ShelfSupplier;
import io.wanqu.connector.supply.SupplyRequest;
import io.wanqu.connectors.SimulatedWorld;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TicketsTest {

    private final TaobaoWorld world = new TaobaoWorld();
    private final ChannelSession session = world.connector().open(world.account(steady(world.granted()), Clock.systemUTC()));
    private final ShelfSupplier shelf = new ShelfSupplier().put(SimulatedWorld.OUTER_CODE, "月卡", 900, 5);
    private final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();

    @BeforeEach
    void sell_tickets() {
        world.stage().deliverPushesTo(request -> {
            var reply = session.serve(new SupplyRequest("/ticket", request), shelf).orElseThrow();
            replies.add(reply);
            return new PushAnswer.Refused("served", reply);
        });
        world.stage().pull("/ticket", "{\"appKey\":\"%s\",\"productId\":\"%s\",\"url\":\"%s\"}"
            .formatted(world.appKey(), world.productId(), world.stage().postbox()));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void sends_cards_with_the_token_of_the_notice() throws InterruptedException {
        var placed = world.place(Wish.paid(1, 2)).getFirst();

        assertThat(reply().body()).contains("200");
        assertThat(world.shownCodes(placed)).containsExactly("NO-1", "NO-2");
        assertThat(secret(placed)).isEqualTo("密-NO-1");
        assertThat(session.order(placed.orderId()).orElseThrow().status()).isEqualTo(OrderStatus.DELIVERED);
    }

    @Test
    void sends_bare_codes_where_there_are_no_secrets() throws InterruptedException {
        shelf.withoutSecrets();
        var placed = world.place(Wish.paid(1, 1)).getFirst();

        reply();
        assertThat(world.shownCodes(placed)).containsExactly("NO-1");
        assertThat(secret(placed)).isEmpty();
    }

    @Test
    void sends_the_same_codes_when_a_notice_comes_again() throws InterruptedException {
        var placed = world.place(Wish.paid(1, 1)).getFirst();
        reply();

        again(placed, false);

        assertThat(reply().body()).contains("200");
        assertThat(shelf.sold()).isEqualTo(1);
        assertThat(world.shownCodes(placed)).containsExactly("NO-1");
    }

    @Test
    void sends_once_although_the_first_answer_was_lost() throws InterruptedException {
        world.stage().pull("/fault", """
            {"times":1,"after":true,"code":0,"method":"taobao.eticket.merchant.ma.send"}""");
        var placed = world.place(Wish.paid(1, 1)).getFirst();

        assertThat(reply().body()).contains("503");
        assertThat(reply().body()).contains("200");

        assertThat(shelf.sold()).isEqualTo(1);
        assertThat(world.shownCodes(placed)).containsExactly("NO-1");
    }

    @Test
    void says_so_when_it_cannot_supply() throws InterruptedException {
        var placed = world.place(Wish.paid(1, 6)).getFirst();

        assertThat(reply().body()).contains("200");
        assertThat(shelf.sold()).isZero();
        assertThat(world.shownCodes(placed)).isEmpty();
        assertThat(session.order(placed.orderId()).orElseThrow().status()).isEqualTo(OrderStatus.REFUNDED);
    }

    @Test
    void lets_the_notice_come_again_while_the_sale_is_not_done() throws InterruptedException {
        shelf.slow(true);
        var placed = world.place(Wish.paid(1, 1)).getFirst();
        assertThat(reply().body()).contains("503");
        assertThat(world.shownCodes(placed)).isEmpty();

        shelf.slow(false);

        assertThat(reply().body()).contains("200");
        assertThat(world.shownCodes(placed)).containsExactly("NO-1");
    }

    @Test
    void sells_nothing_to_a_forged_notice() throws InterruptedException {
        world.stage().pull("/ticket", "{\"appKey\":\"%s\",\"productId\":\"1\",\"url\":\"%s\"}"
            .formatted(world.appKey(), world.stage().postbox()));
        var placed = world.place(Wish.unpaid()).getFirst();

        again(placed, true);

        assertThat(reply().status()).isEqualTo(403);
        assertThat(shelf.sold()).isZero();
    }

    @Test
    void stumbles_over_nothing_a_stranger_sends() {
        for (var text : new String[] {"", "%", "a=%zz", "sign=x", "outer_id=1&num=x&sign="}) {
            var request = new PushRequest(Map.of(), Map.of(), text.getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
            assertThat(session.serve(new SupplyRequest("/ticket", request), shelf)).map(Reply::status).contains(403);
        }
        var elsewhere = new PushRequest(Map.of(), Map.of(), new byte[0], Instant.EPOCH);
        assertThat(session.serve(new SupplyRequest("/other", elsewhere), shelf)).isEmpty();
        assertThat(shelf.sold()).isZero();
    }

    private void again(Placed placed, boolean forged) {
        world.stage().pull("/ticket/notice", "{\"lineId\":\"%s\",\"forged\":%b}".formatted(placed.lineId(), forged));
    }

    private Reply reply() throws InterruptedException {
        var reply = replies.poll(60, TimeUnit.SECONDS);
        assertThat(reply).as("a notice within a minute").isNotNull();
        return reply;
    }

    private String secret(Placed placed) {
        return world.stage().look("/deliveries?lineId=" + placed.lineId()).path("codes").path(0).path("secret").asString();
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
