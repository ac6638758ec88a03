package io.wanqu.connectors.wechatshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.connector.ChannelSession;
import io.wanqu.connector.Delivery;
import io.wanqu.connector.DeliveryOutcome;
import io.wanqu.connector.DeliveryOutcome.AlreadyDelivered;
import io.wanqu.connector.DeliveryOutcome.Delivered;
import io.wanqu.connector.DeliveryOutcome.Refused;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connector.Outcome;
import io.wanqu.connector.Secret;
import io.wanqu.connector.StockUpdate;
import io.wanqu.connector.Tokens;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShippingTest {

    private final WechatShopWorld world = new WechatShopWorld();
    private final ChannelSession session = world.connector().open(world.account(steady(world.granted()), Clock.systemUTC()));

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void marks_an_order_of_two_lines_one_by_one() {
        var other = anotherSku();
        var order = world.stage().pull("/order", "{\"lines\":[{\"sku\":\"%s\"},{\"sku\":\"%s\",\"quantity\":2}]}"
            .formatted(world.skuId(), other)).path("orders").path(0).path("orderId").asString();

        assertThat(deliver(order, world.skuId())).isEqualTo(new Delivered());
        assertThat(status(order)).isEqualTo(OrderStatus.PARTIALLY_DELIVERED);
        assertThat(deliver(order, world.skuId())).isEqualTo(new AlreadyDelivered());
        assertThat(deliver(order, other)).isEqualTo(new Delivered());

        assertThat(status(order)).isEqualTo(OrderStatus.DELIVERED);
    }

    @Test
    void marks_nothing_that_the_order_does_not_hold() {
        var order = world.stage().pull("/order", "{\"sku\":\"%s\"}".formatted(world.skuId()))
            .path("orders").path(0).path("orderId").asString();

        assertThat(deliver(order, anotherSku())).isInstanceOf(Refused.class);
        assertThat(deliver("6917586388057999999", world.skuId())).isInstanceOf(Refused.class);
        assertThat(status(order)).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void sends_no_code_to_the_platform() {
        var order = world.stage().pull("/order", "{\"sku\":\"%s\"}".formatted(world.skuId()))
            .path("orders").path(0).path("orderId").asString();

        deliver(order, world.skuId());

        assertThat(world.stage().look("/deliveries?lineId=" + order).path("codes").isEmpty()).isTrue();
        assertThat(world.stage().look("/deliveries?lineId=" + order).path("shipped").asBoolean()).isTrue();
    }

    @Test
    void raises_and_lowers_the_stock() {
        assertThat(session.setStock(StockUpdate.increment(world.productId(), world.skuId(), -10, "a"))).isEqualTo(new Outcome.Done());
        assertThat(session.setStock(StockUpdate.increment(world.productId(), world.skuId(), 3, "b"))).isEqualTo(new Outcome.Done());
        assertThat(session.setStock(StockUpdate.increment(world.productId(), world.skuId(), -200_000, "c")))
            .isInstanceOf(Outcome.Refused.class);

        assertThat(world.shownStock()).isEqualTo(99_993);
    }

    private String anotherSku() {
        return world.stage().pull("/product",
            "{\"shopId\":\"%s\",\"skus\":[{\"code\":\"year\",\"priceFen\":9900,\"stock\":100}]}".formatted(world.shopId()))
            .path("skus").path(0).path("skuId").asString();
    }

    private OrderStatus status(String order) {
        return session.order(order).orElseThrow().status();
    }

    private DeliveryOutcome deliver(String order, String sku) {
        return session.deliver(new Delivery(order, sku, sku,
            List.of(new Delivery.Code("canary-4711", Secret.of("canary-4712"), "card")), world.now()));
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
