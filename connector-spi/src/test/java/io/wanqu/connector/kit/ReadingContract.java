package io.wanqu.connector.kit;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.wanqu.connector.ChangeWindow;
import io.wanqu.connector.ChannelOrder;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connector.kit.ChannelWorld.Failure;
import io.wanqu.connector.kit.ChannelWorld.Placed;
import io.wanqu.connector.kit.ChannelWorld.Wish;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Orders are read completely and as they are; what is not understood is not guessed. */
public abstract class ReadingContract extends ConnectorContract {

    @Test
    void describes_an_unpaid_and_a_paid_order() {
        var placed = world.place(Wish.unpaid()).getFirst();
        var before = read(placed);
        world.pay(placed);

        var after = read(placed);

        assertThat(before.status()).isEqualTo(OrderStatus.PENDING_PAYMENT);
        assertThat(before.times().paidAt()).isNull();
        assertThat(after.status()).isEqualTo(OrderStatus.PAID);
        assertThat(after.times().paidAt()).isBetween(world.now().minusSeconds(60), world.now());
        assertThat(after.lines()).singleElement().satisfies(line -> {
            assertThat(line.externalLineId()).isEqualTo(placed.lineId());
            assertThat(line.item().externalSkuId()).isEqualTo(placed.skuId());
            assertThat(line.item().externalProductId()).isEqualTo(placed.productId());
            assertThat(line.quantity()).isEqualTo(1);
            assertThat(line.amountMinor()).isEqualTo(after.total().amountMinor()).isPositive();
            assertThat(after.deliverable(line)).isTrue();
        });
    }

    @Test
    void keeps_every_digit_of_an_id() {
        assumeLists();
        var placed = paidOrder(1);

        assertThat(read(placed).externalOrderId()).isEqualTo(placed.orderId());
        assertThat(readAll(lastHour())).extracting(ChannelOrder::externalOrderId).containsExactly(placed.orderId());
    }

    @Test
    void answers_nothing_for_an_order_that_is_not_there() {
        assertThat(session.order("6917586388057999999")).isEmpty();
    }

    @Test
    void reads_nothing_outside_the_window() {
        assumeLists();
        paidOrder(1);
        var until = world.now().minus(Duration.ofMinutes(10));

        assertThat(readAll(ChangeWindow.updated(until.minus(Duration.ofHours(1)), until))).isEmpty();
        assertThat(readAll(ChangeWindow.created(until.minus(Duration.ofHours(1)), until))).isEmpty();
    }

    @Test
    void finds_by_creation_what_it_finds_by_change() {
        assumeLists();
        var placed = world.place(Wish.paid(3, 1));
        var now = world.now();
        var window = new ChangeWindow(now.minus(Duration.ofHours(1)), now, ChangeWindow.Basis.CREATED);

        assertThat(readAll(window)).extracting(ChannelOrder::externalOrderId)
            .containsExactlyInAnyOrderElementsOf(placed.stream().map(Placed::orderId).toList());
    }

    @Test
    void misses_no_order_when_others_come_and_move_between_two_pages() {
        assumeLists();
        var size = capabilities().polling().pageSize();
        var early = world.place(Wish.paid(size * 2 + 50, 1));
        var window = lastHour();
        var first = session.ordersChanged(window, null);
        awaitNextSecond();
        var moved = early.subList(0, 20);
        moved.forEach(each -> session.deliver(delivery(each, each.orderId())));
        var late = world.place(Wish.paid(size, 1));

        var seen = ids(readFrom(window, first));
        var seenNext = ids(readAll(lastHour()));

        assertThat(seen).containsAll(orderIds(early.subList(20, early.size())));
        assertThat(seenNext).containsAll(orderIds(late)).containsAll(orderIds(moved)).hasSize(size * 3 + 50);
    }

    @Test
    void keeps_an_unknown_status_as_it_came_and_calls_it_unknown() {
        var placed = paidOrder(1);
        world.bewilder(placed, 777);

        var order = read(placed);

        assertThat(order.status()).isEqualTo(OrderStatus.UNKNOWN);
        assertThat(order.rawStatus()).contains("777");
        assertThat(order.deliverable(order.lines().getFirst())).isFalse();
    }

    @Test
    void passes_on_an_unknown_error_code_and_asks_for_no_repeat() {
        world.fail(Failure.UNKNOWN_CODE, 1);

        assertThatExceptionOfType(ConnectorException.class)
            .isThrownBy(this::probe)
            .matches(trouble -> trouble.code().contains("98765"))
            .matches(trouble -> !trouble.retryable());
    }

    private void assumeLists() {
        assumeThat(capabilities().polling().lists()).isTrue();
    }

    private void awaitNextSecond() {
        var second = world.now().getEpochSecond();
        while (world.now().getEpochSecond() == second) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static List<String> orderIds(List<Placed> placed) {
        return placed.stream().map(Placed::orderId).toList();
    }

    private static Set<String> ids(List<ChannelOrder> orders) {
        return orders.stream().map(ChannelOrder::externalOrderId).collect(toSet());
    }
}
