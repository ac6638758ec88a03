package io.wanqu.connectors.agiso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wanqu.connector.ChangeWindow;
import io.wanqu.connector.ChannelSession;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Delivery;
import io.wanqu.connector.DeliveryOutcome.AlreadyDelivered;
import io.wanqu.connector.DeliveryOutcome.Delivered;
import io.wanqu.connector.DeliveryOutcome.Refused;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connector.Secret;
import io.wanqu.connector.Tokens;
import io.wanqu.connector.kit.ChannelWorld.Placed;
import io.wanqu.connector.kit.ChannelWorld.RefundStep;
import io.wanqu.connector.kit.ChannelWorld.Wish;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarketplacesTest {

    private AgisoWorld world = new AgisoWorld("alds");
    private ChannelSession session = open();

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"alds", "aldsPdd", "aldsJd", "aldsIdle"})
    void follows_an_order_from_payment_to_delivery(String service) {
        enter(service);
        var unpaid = world.place(Wish.unpaid()).getFirst();
        assertThat(status(unpaid)).isEqualTo(OrderStatus.PENDING_PAYMENT);
        world.pay(unpaid);
        assertThat(status(unpaid)).isEqualTo(OrderStatus.PAID);

        assertThat(session.deliver(delivery(unpaid, "A"))).isEqualTo(new Delivered());

        assertThat(status(unpaid)).isEqualTo(OrderStatus.DELIVERED);
        assertThat(session.deliver(delivery(unpaid, "A"))).isEqualTo(new AlreadyDelivered());
    }

    @ParameterizedTest
    @ValueSource(strings = {"alds", "aldsPdd", "aldsIdle"})
    void sees_a_refund_under_way_and_ships_nothing_after_it(String service) {
        enter(service);
        var order = world.place(Wish.paid(1, 1)).getFirst();
        world.refund(order, RefundStep.APPLY);
        var read = session.order(order.orderId()).orElseThrow();
        assertThat(read.deliverable(read.lines().getFirst())).isFalse();

        world.refund(order, RefundStep.AGREE);

        assertThat(status(order)).isEqualTo(OrderStatus.REFUNDED);
        assertThat(session.deliver(delivery(order, "A"))).isInstanceOf(Refused.class);
        assertThat(world.shownCodes(order)).isEmpty();
    }

    @Test
    void takes_one_code_along_to_pinduoduo_and_none_where_there_are_more() {
        enter("aldsPdd");
        var one = world.place(Wish.paid(1, 1)).getFirst();
        var two = world.place(Wish.paid(1, 2)).getFirst();

        assertThat(session.deliver(delivery(one, "卡<壹>"))).isEqualTo(new Delivered());
        assertThat(session.deliver(delivery(two, "B", "C"))).isEqualTo(new Delivered());

        assertThat(world.shownCodes(one)).containsExactly("卡<壹>");
        assertThat(world.shownCodes(two)).isEmpty();
        assertThat(session.codes(one.orderId(), one.lineId())).singleElement().satisfies(code -> {
            assertThat(code.number()).isEqualTo("卡<壹>");
            assertThat(code.secret()).isEqualTo(Secret.of("secret"));
        });
    }

    @Test
    void sends_a_code_without_a_password_as_an_activation_code() {
        enter("aldsPdd");
        var order = world.place(Wish.paid(1, 1)).getFirst();
        var code = new Delivery.Code("only-a-number", null, "c");

        assertThat(session.deliver(new Delivery(order.orderId(), order.lineId(), order.skuId(),
            List.of(code), Instant.EPOCH))).isEqualTo(new Delivered());

        assertThat(world.shownCodes(order)).containsExactly("only-a-number");
    }

    @Test
    void sends_game_cards_to_jd_as_many_as_were_bought() {
        enter("aldsJd");
        var order = world.place(Wish.paid(1, 2)).getFirst();

        assertThat(session.deliver(delivery(order, "A"))).isInstanceOf(Refused.class);
        assertThat(world.shownCodes(order)).isEmpty();
        assertThat(session.deliver(delivery(order, "A", "B"))).isEqualTo(new Delivered());

        assertThat(world.shownCodes(order)).containsExactly("A", "B");
    }

    @Test
    void sends_tickets_to_xianyu_where_the_order_is_one_of_tickets() {
        enter("aldsIdle");
        var product = world.stage().pull("/product", """
            {"shopId":"%s","skus":[{"code":"ticket-1","priceFen":500,"stock":9}]}""".formatted(world.shopId()));
        var sku = product.path("skus").path(0).path("skuId").asString();
        var id = world.stage().pull("/order", "{\"sku\":\"%s\"}".formatted(sku)).path("orders").path(0)
            .path("orderId").asString();
        var plain = world.place(Wish.paid(1, 1)).getFirst();

        assertThat(session.deliver(delivery(new Placed(id, id, "", sku), "T-1"))).isEqualTo(new Delivered());
        assertThat(session.deliver(delivery(plain, "P-1"))).isEqualTo(new Delivered());

        assertThat(world.shownCodes(new Placed(id, id, "", sku))).containsExactly("T-1");
        assertThat(world.shownCodes(plain)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aldsXhs", "aldsKwai", "aldsDoudian", "aldsNew"})
    void refuses_a_marketplace_for_which_no_way_is_known(String service) {
        enter(service);
        var order = world.place(Wish.paid(1, 1)).getFirst();

        assertThat(session.deliver(delivery(order, "A"))).isInstanceOf(Refused.class);
        assertThatExceptionOfType(ConnectorException.class).isThrownBy(() -> session.order(order.orderId()))
            .matches(trouble -> !trouble.retryable());
        assertThat(world.shownCodes(order)).isEmpty();
    }

    @Test
    void lists_nothing_and_turns_an_owners_code_into_a_token() {
        var order = world.place(Wish.paid(1, 1)).getFirst();
        var now = world.now();
        var window = ChangeWindow.updated(now.minus(Duration.ofHours(1)), now);
        assertThat(session.ordersChanged(window, null).orders()).isEmpty();

        var pair = session.authorise(world.ownersCode());

        assertThat(pair.access()).isEqualTo(world.granted().access());
        assertThat(status(order)).isEqualTo(OrderStatus.PAID);
        assertThatExceptionOfType(ConnectorException.class).isThrownBy(() -> session.authorise("never-issued"))
            .matches(ConnectorException::needsAuthorisation);
    }

    private void enter(String service) {
        world.close();
        world = new AgisoWorld(service);
        session = open();
    }

    private ChannelSession open() {
        return world.connector().open(world.account(Tokens.none(), Clock.systemUTC()));
    }

    private OrderStatus status(Placed order) {
        return session.order(order.orderId()).orElseThrow().status();
    }

    private static Delivery delivery(Placed order, String... numbers) {
        return new Delivery(order.orderId(), order.lineId(), order.skuId(),
            Stream.of(numbers).map(each -> new Delivery.Code(each, Secret.of("secret"), "card-" + each)).toList(),
            Instant.EPOCH);
    }
}
