package io.wanqu.connectors.doudian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wanqu.connector.ChannelSession;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Delivery;
import io.wanqu.connector.DeliveryOutcome.AlreadyDelivered;
import io.wanqu.connector.DeliveryOutcome.Delivered;
import io.wanqu.connector.DeliveryOutcome.Refused;
import io.wanqu.connector.DeliveryOutcome.RetryLater;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connector.Outcome;
import io.wanqu.connector.Secret;
import io.wanqu.connector.Tokens;
import io.wanqu.connector.kit.ChannelWorld.Placed;
import io.wanqu.connector.kit.ChannelWorld.Wish;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CouponsTest {

    private final DoudianWorld world = new DoudianWorld();
    private final ChannelSession session = world.connector().open(world.account(steady(world.granted()), Clock.systemUTC()));

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void takes_its_own_codes_for_delivered_although_the_rest_of_the_content_differs() {
        var order = world.place(Wish.paid(1, 2)).getFirst();
        session.deliver(delivery(order, world.now().minusSeconds(10), "A", "B"));

        var outcome = session.deliver(delivery(order, world.now().minusSeconds(20), "B", "A"));

        assertThat(outcome).isEqualTo(new AlreadyDelivered());
        assertThat(world.shownCodes(order)).containsExactly("A", "B");
    }

    @Test
    void refuses_when_the_platform_shows_other_codes() {
        var order = world.place(Wish.paid(1, 1)).getFirst();
        session.deliver(delivery(order, world.now(), "A"));

        assertThat(session.deliver(delivery(order, world.now(), "B")))
            .isEqualTo(new Refused("010004", "content differs from the first request"));
    }

    @Test
    void comes_back_later_when_another_writes_the_same_order() {
        var order = world.place(Wish.paid(1, 1)).getFirst();
        world.stage().pull("/fault", """
            {"times":1,"method":"coupons.syncV2","code":50002,"subCode":"isv.business-failed:010013"}""");

        assertThat(session.deliver(delivery(order, world.now(), "A"))).isInstanceOf(RetryLater.class);
        assertThat(session.deliver(delivery(order, world.now(), "A"))).isEqualTo(new Delivered());
    }

    @Test
    void names_the_number_of_a_refusal() {
        var order = world.place(Wish.paid(1, 2)).getFirst();

        assertThat(session.deliver(delivery(order, world.now(), "A")))
            .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo("010023"));
    }

    @Test
    void throws_when_the_platform_is_ill_so_that_the_host_tries_again() {
        var order = world.place(Wish.paid(1, 1)).getFirst();
        world.stage().pull("/fault", "{\"times\":1,\"code\":20000}");

        assertThatExceptionOfType(ConnectorException.class)
            .isThrownBy(() -> session.deliver(delivery(order, world.now(), "A")))
            .matches(ConnectorException::retryable);
        assertThat(world.shownCodes(order)).isEmpty();
    }

    @Test
    void delivers_a_card_that_has_a_number_only() {
        var order = world.place(Wish.paid(1, 1)).getFirst();
        var code = new Delivery.Code("only-a-number", null, "card-1");

        var outcome = session.deliver(new Delivery(order.orderId(), order.lineId(), order.skuId(), List.of(code),
            world.now()));

        assertThat(outcome).isEqualTo(new Delivered());
        var shown = world.stage().look("/deliveries?lineId=" + order.lineId()).path("codes").path(0);
        assertThat(shown.path("id").asString()).isEqualTo("card-1");
        assertThat(shown.path("secret").asString()).isEmpty();
    }

    @Test
    void moves_an_order_of_two_lines_in_two_steps() {
        var other = world.stage().pull("/product", """
            {"shopId":"%s","skus":[{"code":"点卡","priceFen":500,"stock":9}]}""".formatted(world.shopId()));
        var otherSku = other.path("skus").path(0).path("skuId").asString();
        var order = world.stage().pull("/order", """
            {"lines":[{"sku":"%s","quantity":1},{"sku":"%s","quantity":2}]}""".formatted(world.skuId(), otherSku))
            .path("orders").path(0);
        var id = order.path("orderId").asString();
        var read = session.order(id).orElseThrow();
        assertThat(read.lines()).extracting(line -> line.item().outerSkuCode())
            .containsExactly(DoudianWorld.OUTER_CODE, "点卡");
        assertThat(read.total().amountMinor()).isEqualTo(990 + 2 * 500);

        session.deliver(delivery(placed(order, 0, world.skuId()), world.now(), "A"));
        var between = session.order(id).orElseThrow();
        session.deliver(delivery(placed(order, 1, otherSku), world.now(), "B", "C"));

        assertThat(between.status()).isEqualTo(OrderStatus.PARTIALLY_DELIVERED);
        assertThat(session.order(id).orElseThrow().status()).isEqualTo(OrderStatus.DELIVERED);
    }

    @Test
    void gives_a_line_back_only_before_its_codes_are_shown() {
        var order = world.place(Wish.paid(1, 1)).getFirst();
        session.deliver(delivery(order, world.now(), "A"));

        assertThat(session.cannotSupply(order.orderId(), order.lineId())).isInstanceOf(Outcome.Refused.class);
        assertThat(session.order(order.orderId()).orElseThrow().status()).isEqualTo(OrderStatus.DELIVERED);
    }

    private static Placed placed(JsonNode order, int line, String skuId) {
        return new Placed(order.path("orderId").asString(), order.path("lineIds").path(line).asString(), "", skuId);
    }

    private static Delivery delivery(Placed order, Instant paidAt, String... numbers) {
        return new Delivery(order.orderId(), order.lineId(), order.skuId(),
            Stream.of(numbers).map(each -> new Delivery.Code(each, Secret.of("s"), "card-" + each)).toList(), paidAt);
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
