package io.wanqu.connectors.pinduoduo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wanqu.connector.ChangeWindow;
import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.ChannelOrder.RefundState;
import io.wanqu.connector.ChannelSession;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Delivery;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connector.Outcome;
import io.wanqu.connector.Secret;
import io.wanqu.connector.StockUpdate;
import io.wanqu.connector.kit.ChannelWorld.RefundStep;
import io.wanqu.connector.kit.ChannelWorld.Wish;
import io.wanqu.connector.supply.Consignment;
import io.wanqu.connectors.SteadyTokens;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PinduoduoShopTest {

    private final PinduoduoWorld world = new PinduoduoWorld();
    private final ChannelSession session =
        world.connector().open(world.account(new SteadyTokens(world.granted()), Clock.systemUTC()));

    @AfterEach
    void close() {
        session.close();
        world.close();
    }

    @Test
    void ships_nothing_before_the_group_is_complete() {
        var order = world.place(Wish.unpaid()).getFirst();
        world.stage().pull("/order/pay", "{\"orderId\":\"%s\",\"hold\":true}".formatted(order.orderId()));
        assertThat(read(order.orderId()).status()).isEqualTo(OrderStatus.HOLD);

        world.stage().pull("/order/release", "{\"orderId\":\"%s\"}".formatted(order.orderId()));

        assertThat(read(order.orderId()).status()).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void ships_nothing_while_the_platform_looks_at_the_order_itself() {
        var order = world.place(Wish.paid(1, 1)).getFirst();
        world.stage().pull("/risk", "{\"orderId\":\"%s\",\"on\":true}".formatted(order.orderId()));
        assertThat(read(order.orderId()).status()).isEqualTo(OrderStatus.HOLD);

        world.stage().pull("/risk", "{\"orderId\":\"%s\",\"on\":false}".formatted(order.orderId()));

        assertThat(read(order.orderId()).status()).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void lays_a_refund_over_the_order_and_finds_its_case() {
        var order = world.place(Wish.paid(1, 1)).getFirst();
        world.refund(order, RefundStep.APPLY);
        var line = read(order.orderId()).lines().getFirst();
        assertThat(line.refund().state()).isEqualTo(RefundState.REFUNDING);
        assertThat(read(order.orderId()).deliverable(line)).isFalse();

        world.refund(order, RefundStep.AGREE);

        assertThat(read(order.orderId()).status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(session.afterSalesChanged(lastHour(), null).next()).isNotNull();
        assertThat(session.afterSalesChanged(lastHalfHour(), null).changes()).singleElement().satisfies(sale -> {
            assertThat(sale.externalLineId()).isEqualTo(order.lineId());
            assertThat(sale.refund().state()).isEqualTo(RefundState.REFUNDED);
            assertThat(sale.amountMinor()).isEqualTo(990);
        });
    }

    @Test
    void lists_no_order_that_waits_for_its_payment() {
        world.place(Wish.unpaid());

        assertThat(session.ordersChanged(lastHalfHour(), null).orders()).isEmpty();
    }

    @Test
    void warns_when_promoted_goods_keep_their_stock() {
        world.stage().pull("/promotion", "{\"sku\":\"%s\"}".formatted(world.skuId()));

        assertThat(session.setStock(full(5))).isInstanceOfSatisfying(Outcome.Refused.class,
            refused -> assertThat(refused.code()).isEqualTo(Facts.PROMOTED));
        assertThat(world.shownStock()).isEqualTo(100_000);
        assertThat(session.setStock(full(100_001))).isEqualTo(new Outcome.Done());
        assertThat(world.shownStock()).isEqualTo(100_001);
    }

    @Test
    void lets_the_platform_give_out_codes_that_were_loaded_beforehand() {
        var batch = new Consignment(world.productId(), world.skuId(), "b-1", codes("卡-1", "卡-2", "卡-3"));
        assertThat(session.consign(batch)).isEqualTo(new Outcome.Done());
        assertThat(session.consign(batch)).isEqualTo(new Outcome.Done());

        var order = world.place(Wish.paid(1, 2)).getFirst();

        assertThat(read(order.orderId()).status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(session.codes(order.orderId(), order.lineId())).extracting(Delivery.Code::number)
            .containsExactly("卡-1", "卡-2");
        var held = world.stage().look("/deliveries?lineId=" + order.lineId()).path("codes");
        assertThat(held.path(0).path("secret").asString()).isEqualTo("secret-卡-1");
        assertThat(world.stage().look("/vouchers?sku=" + world.skuId()).path("waiting").asInt()).isEqualTo(1);
    }

    @Test
    void loads_no_code_without_the_platforms_key() {
        var account = world.account(new SteadyTokens(world.granted()), Clock.systemUTC());
        var poor = new ChannelAccount(account.baseUri(), new ChannelAccount.App(account.app().key(), account.app().secret()),
            account.shopId(), account.tokens(), account.host());

        assertThat(world.connector().open(poor).consign(
            new Consignment(world.productId(), world.skuId(), "b-1", codes("1"))))
            .isInstanceOfSatisfying(Outcome.Refused.class, it -> assertThat(it.code()).isEqualTo("no-key"));
        assertThat(world.stage().look("/vouchers?sku=" + world.skuId()).path("waiting").asInt()).isZero();
    }

    @Test
    void turns_the_code_an_owner_brought_into_the_pair_in_force() {
        var pair = session.authorise(world.ownersCode());

        assertThat(pair.access()).isEqualTo(world.granted().access());
        assertThat(pair.refreshEndsAt()).isAfter(world.now().plus(Duration.ofDays(29)));
        assertThatExceptionOfType(ConnectorException.class).isThrownBy(() -> session.authorise("never-issued"))
            .matches(ConnectorException::needsAuthorisation);
    }

    private ChannelOrder read(String orderId) {
        return session.order(orderId).orElseThrow();
    }

    private ChangeWindow lastHour() {
        var now = world.now();
        return ChangeWindow.updated(now.minus(Duration.ofHours(1)), now);
    }

    private ChangeWindow lastHalfHour() {
        var now = world.now();
        return ChangeWindow.updated(now.minus(Duration.ofMinutes(30)), now);
    }

    private StockUpdate full(long quantity) {
        return StockUpdate.full(world.productId(), world.skuId(), quantity, "k");
    }

    private static List<Delivery.Code> codes(String... numbers) {
        return Stream.of(numbers).map(each -> new Delivery.Code(each, Secret.of("secret-" + each), each)).toList();
    }
}
