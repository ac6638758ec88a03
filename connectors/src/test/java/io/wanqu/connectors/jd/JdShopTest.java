package io.wanqu.connectors.jd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wanqu.connector.ChangeWindow;
import io.wanqu.connector.ChannelSession;
import io.wanqu.connector.ChannelOrder.RefundState;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connector.Outcome;
import io.wanqu.connector.Secret;
import io.wanqu.connector.StockUpdate;
import io.wanqu.connector.Tokens;
import io.wanqu.connector.kit.ChannelWorld.RefundStep;
import io.wanqu.connector.kit.ChannelWorld.Wish;
import io.wanqu.connector.listing.Listing.State;
import io.wanqu.connectors.SteadyTokens;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdShopTest {

    private final JdWorld world = new JdWorld("router");
    private final ChannelSession session = open(world);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void holds_back_an_order_that_is_paused_or_locked() {
        var order = world.place(Wish.unpaid()).getFirst();
        world.stage().pull("/order/pay", "{\"orderId\":\"%s\",\"hold\":true}".formatted(order.orderId()));
        assertThat(status(order.orderId())).isEqualTo(OrderStatus.HOLD);
        world.stage().pull("/order/release", "{\"orderId\":\"%s\"}".formatted(order.orderId()));
        assertThat(status(order.orderId())).isEqualTo(OrderStatus.PAID);

        world.refund(order, RefundStep.APPLY);
        assertThat(status(order.orderId())).isEqualTo(OrderStatus.HOLD);
        world.refund(order, RefundStep.AGREE);

        assertThat(status(order.orderId())).isEqualTo(OrderStatus.REFUNDED);
    }

    @Test
    void reads_applications_for_refunds() {
        var order = world.place(Wish.paid(1, 2)).getFirst();
        world.refund(order, RefundStep.APPLY);
        var now = world.now();
        var window = ChangeWindow.updated(now.minus(Duration.ofHours(1)), now);

        assertThat(session.afterSalesChanged(window, null).changes()).singleElement().satisfies(sale -> {
            assertThat(sale.externalOrderId()).isEqualTo(order.orderId());
            assertThat(sale.refund().state()).isEqualTo(RefundState.REFUNDING);
            assertThat(sale.amountMinor()).isEqualTo(1980);
        });
    }

    @Test
    void reads_wares_and_puts_them_up_and_down() {
        assertThat(session.show(world.productId(), false)).isEqualTo(new Outcome.Done());
        assertThat(session.listing(world.productId()).orElseThrow().state()).isEqualTo(State.OFF_SALE);
        assertThat(session.show(world.productId(), true)).isEqualTo(new Outcome.Done());

        assertThat(session.listings(null).listings()).singleElement().satisfies(ware -> {
            assertThat(ware.state()).isEqualTo(State.ON_SALE);
            assertThat(ware.skus()).singleElement().satisfies(sku -> assertThat(sku.priceMinor()).isEqualTo(990));
        });
        assertThat(session.listing("6917586388057999999")).isEmpty();
        assertThat(session.show("6917586388057999999", true)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void redeems_a_code_of_a_local_service_once_for_each_request() {
        var made = world.stage().pull("/loc", "{\"password\":\"1234\",\"times\":1}");
        var code = new LocCodes.Code(made.path("codeNum").asString(), Secret.of("1234"));
        var codes = new JdConnector().locCodes(world.account(new SteadyTokens(world.granted()), Clock.systemUTC()));

        assertThat(codes.redeem("r-1", code, 1)).isEqualTo(new Outcome.Done());
        assertThat(codes.redeem("r-1", code, 1)).isEqualTo(new Outcome.Done());
        assertThat(codes.redeem("r-2", code, 1)).isInstanceOf(Outcome.Refused.class);

        assertThat(world.stage().look("/loc?codeNum=" + code.number()).path("left").asInt()).isZero();
        assertThat(code.toString()).doesNotContain("1234");
    }

    @Test
    void takes_whole_values_of_stock_only() {
        assertThat(session.setStock(StockUpdate.increment(world.productId(), world.skuId(), 1, "k")))
            .isInstanceOf(Outcome.Refused.class);
        assertThat(world.shownStock()).isEqualTo(100_000);
    }

    @Test
    void sets_no_stock_over_a_transport_that_has_no_known_route_for_it() {
        try (var rest = new JdWorld(Facts.SP_API)) {
            assertThat(open(rest).setStock(StockUpdate.full(rest.productId(), rest.skuId(), 1, "k")))
                .isInstanceOfSatisfying(Outcome.Refused.class, it -> assertThat(it.code()).isEqualTo("no-route"));
            assertThat(rest.shownStock()).isEqualTo(100_000);
        }
    }

    @Test
    void turns_the_code_an_owner_brought_into_the_pair_in_force() {
        var pair = session.authorise(world.ownersCode());

        assertThat(pair.access()).isEqualTo(world.granted().access());
        assertThat(pair.accessEndsAt()).isAfter(world.now().plus(Duration.ofDays(300)));
        assertThatExceptionOfType(ConnectorException.class).isThrownBy(() -> session.authorise("never-issued"))
            .matches(ConnectorException::needsAuthorisation);
    }

    private OrderStatus status(String orderId) {
        return session.order(orderId).orElseThrow().status();
    }

    private static ChannelSession open(JdWorld world) {
        Tokens tokens = new SteadyTokens(world.granted());
        return world.connector().open(world.account(tokens, Clock.systemUTC()));
    }
}
