package io.wanqu.connectors.xiaohongshu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wanqu.connector.Capabilities.Way;
import io.wanqu.connector.ChangeWindow;
import io.wanqu.connector.ChannelSession;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Delivery;
import io.wanqu.connector.DeliveryOutcome;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connector.Outcome;
import io.wanqu.connector.Secret;
import io.wanqu.connector.StockUpdate;
import io.wanqu.connector.Tokens;
import io.wanqu.connector.kit.ChannelWorld.Placed;
import io.wanqu.connector.kit.ChannelWorld.RefundStep;
import io.wanqu.connector.kit.ChannelWorld.Wish;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is done by hand at this platform, and what can still be seen of it. */
class HandsTest {

    private final XiaohongshuWorld world = new XiaohongshuWorld();
    private final ChannelSession session = world.connector().open(world.account(steady(world.granted()), Clock.systemUTC()));

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void writes_no_codes_and_says_so() {
        var order = world.place(Wish.paid(1, 1)).getFirst();

        assertThat(world.connector().capabilities().cards().way()).isEqualTo(Way.BY_HAND);
        assertThat(session.deliver(new Delivery(order.orderId(), order.lineId(), order.skuId(),
            List.of(new Delivery.Code("A", null, "c")), world.now()))).isInstanceOf(DeliveryOutcome.Refused.class);
        assertThat(session.order(order.orderId()).orElseThrow().status()).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void sees_the_cards_that_the_platform_keeps() {
        var order = world.place(Wish.paid(1, 1)).getFirst();
        assertThat(session.codes(order.orderId(), order.lineId())).isEmpty();
        ship(order);

        assertThat(session.codes(order.orderId(), order.lineId())).singleElement().satisfies(code -> {
            assertThat(code.number()).isEqualTo("卡-1");
            assertThat(code.secret()).isEqualTo(Secret.of("密"));
        });
        assertThat(session.codes(order.orderId(), "another")).isEmpty();
        assertThat(session.order(order.orderId()).orElseThrow().status()).isEqualTo(OrderStatus.DELIVERED);
    }

    @Test
    void sees_in_the_after_sales_that_the_money_went_back() {
        var order = world.place(Wish.paid(1, 2)).getFirst();
        ship(order);
        world.refund(order, RefundStep.APPLY);
        world.refund(order, RefundStep.AGREE);

        var now = world.now();
        var window = ChangeWindow.updated(now.minus(Duration.ofHours(1)), now);
        var page = session.afterSalesChanged(window, null);
        while (page.changes().isEmpty() && page.next() != null) {
            page = session.afterSalesChanged(window, page.next());
        }

        assertThat(page.changes()).singleElement().satisfies(sale -> {
            assertThat(sale.externalOrderId()).isEqualTo(order.orderId());
            assertThat(sale.externalLineId()).isEqualTo(order.skuId());
            assertThat(sale.refund().raw()).isEqualTo("4/4/2");
            assertThat(sale.amountMinor()).isEqualTo(1980);
        });
        assertThat(session.order(order.orderId()).orElseThrow().status()).isEqualTo(OrderStatus.REFUNDED);
    }

    @Test
    void adds_a_difference_to_the_stock() {
        assertThat(session.setStock(StockUpdate.increment(world.productId(), world.skuId(), -10, "k")))
            .isEqualTo(new Outcome.Done());
        assertThat(world.shownStock()).isEqualTo(99_990);
        assertThat(session.setStock(StockUpdate.increment(world.productId(), world.skuId(), -100_000, "l")))
            .isInstanceOf(Outcome.Refused.class);
        assertThat(world.shownStock()).isEqualTo(99_990);
    }

    @Test
    void gets_the_same_pair_again_until_shortly_before_its_end() {
        var pair = session.authorise(world.ownersCode());

        assertThat(session.refresh(pair).access()).isEqualTo(pair.access());
        assertThat(world.refreshes()).isZero();
        assertThat(pair.accessEndsAt()).isAfter(world.now().plus(Duration.ofDays(6)));
        assertThatExceptionOfType(ConnectorException.class).isThrownBy(() -> session.authorise("never-issued"))
            .matches(ConnectorException::needsAuthorisation);
    }

    private void ship(Placed order) {
        world.stage().pull("/ship", "{\"lineId\":\"%s\",\"cards\":[{\"number\":\"卡-1\",\"secret\":\"密\"}]}".formatted(order.orderId()));
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
