package io.wanqu.connector.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.wanqu.connector.Capabilities.Way;
import io.wanqu.connector.ChannelOrder.RefundState;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.DeliveryOutcome.AlreadyDelivered;
import io.wanqu.connector.DeliveryOutcome.Delivered;
import io.wanqu.connector.DeliveryOutcome.Refused;
import io.wanqu.connector.DeliveryOutcome.RetryLater;
import io.wanqu.connector.DeliveryOutcome.TooLate;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connector.Outcome;
import io.wanqu.connector.kit.ChannelWorld.Failure;
import io.wanqu.connector.kit.ChannelWorld.Placed;
import io.wanqu.connector.kit.ChannelWorld.RefundStep;
import io.wanqu.connector.kit.ChannelWorld.Wish;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Codes reach a buyer once, the right ones, and never after the money went back. */
public abstract class DeliveryContract extends ConnectorContract {

    @BeforeEach
    void only_for_channels_that_show_codes() {
        assumeThat(capabilities().cards().deliversCards()).isTrue();
    }

    @Test
    void shows_the_codes_and_moves_the_order_to_delivered() {
        var order = paidOrder(2);

        var outcome = session.deliver(delivery(order, "A-1", "A-2"));

        assertThat(outcome).isEqualTo(new Delivered());
        assertShown(order, "A-1", "A-2");
        assertThat(read(order).status()).isEqualTo(OrderStatus.DELIVERED);
    }

    @Test
    void carries_codes_in_chinese() {
        var order = paidOrder(1);

        assertThat(session.deliver(delivery(order, "卡密<壹>&二"))).isEqualTo(new Delivered());

        assertShown(order, "卡密<壹>&二");
    }

    @Test
    void knows_its_own_codes_when_they_are_sent_again() {
        var order = paidOrder(1);
        var delivery = delivery(order, "B-1");
        session.deliver(delivery);

        assertThat(session.deliver(delivery)).isEqualTo(new AlreadyDelivered());
        assertShown(order, "B-1");
    }

    @Test
    void keeps_the_first_codes_when_others_follow() {
        assumeThat(showsCodes()).isTrue();
        var order = paidOrder(1);
        session.deliver(delivery(order, "C-1"));

        assertThat(session.deliver(delivery(order, "C-2"))).isInstanceOf(Refused.class);
        assertShown(order, "C-1");
    }

    @Test
    void refuses_a_wrong_number_of_codes() {
        assumeThat(showsCodes()).isTrue();
        var order = paidOrder(2);

        assertThat(session.deliver(delivery(order, "D-1"))).isInstanceOf(Refused.class);
        assertThat(world.shownCodes(order)).isEmpty();
    }

    @Test
    void delivers_once_although_the_first_answer_is_lost() {
        var order = paidOrder(1);
        var delivery = delivery(order, "E-1");
        world.fail(Failure.CUT_AFTER_APPLYING, 1);

        assertThatExceptionOfType(ConnectorException.class)
            .isThrownBy(() -> session.deliver(delivery))
            .matches(ConnectorException::retryable);
        assertThat(session.deliver(delivery)).isEqualTo(new AlreadyDelivered());

        assertShown(order, "E-1");
    }

    @Test
    void delivers_once_when_many_nodes_send_the_same_codes_at_once() throws Exception {
        var order = paidOrder(1);
        var delivery = delivery(order, "F-1");

        var outcomes = together(100, () -> anotherNode().deliver(delivery));

        assertThat(outcomes).filteredOn(Delivered.class::isInstance).hasSize(1);
        assertThat(outcomes).allMatch(each -> each instanceof Delivered || each instanceof AlreadyDelivered
            || each instanceof RetryLater);
        assertShown(order, "F-1");
    }

    @Test
    void is_told_when_the_deadline_has_passed() {
        var deadline = capabilities().cards().deliveryDeadline();
        assumeThat(deadline).isNotNull();
        var order = world.place(new Wish(1, 1, true, deadline.plusMinutes(1))).getFirst();

        assertThat(session.deliver(delivery(order, "G-1"))).isEqualTo(new TooLate());
        assertThat(world.shownCodes(order)).isEmpty();
    }

    @Test
    void sees_a_refund_before_delivery_and_delivers_nothing() {
        var order = paidOrder(1);
        world.refund(order, RefundStep.APPLY);
        assertThat(deliverable(order)).isFalse();
        assertThat(read(order).lines().getFirst().refund().state()).isEqualTo(RefundState.REFUNDING);

        world.refund(order, RefundStep.AGREE);

        assertThat(read(order).status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(session.deliver(delivery(order, "H-1"))).isInstanceOf(Refused.class);
        assertThat(world.shownCodes(order)).isEmpty();
    }

    @Test
    void says_what_happened_when_a_refund_comes_during_delivery() throws Exception {
        for (var order : world.place(Wish.paid(20, 1))) {
            var delivery = delivery(order, order.orderId());
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var delivering = threads.submit(() -> session.deliver(delivery));
                world.refund(order, RefundStep.APPLY);
                world.refund(order, RefundStep.AGREE);
                var shown = delivering.get() instanceof Delivered;
                assertThat(world.shownCodes(order)).hasSize(shown && showsCodes() ? 1 : 0);
            }
            assertThat(read(order).status()).isEqualTo(OrderStatus.REFUNDED);
        }
    }

    @Test
    void may_deliver_again_after_a_refund_was_withdrawn() {
        var order = paidOrder(1);
        world.refund(order, RefundStep.APPLY);
        assertThat(deliverable(order)).isFalse();

        world.refund(order, RefundStep.WITHDRAW);

        assertThat(deliverable(order)).isTrue();
        assertThat(session.deliver(delivery(order, "I-1"))).isEqualTo(new Delivered());
    }

    @Test
    void sees_a_refund_after_delivery_in_the_after_sales() {
        assumeThat(capabilities().polling().lists()).isTrue();
        var order = paidOrder(1);
        session.deliver(delivery(order, "J-1"));

        world.refund(order, RefundStep.APPLY);
        world.refund(order, RefundStep.AGREE);

        var sale = readAfterSales().getFirst();
        assertThat(readAfterSales()).hasSize(1);
        assertThat(sale.externalOrderId()).isEqualTo(order.orderId());
        assertThat(sale.externalLineId()).isEqualTo(order.lineId());
        assertThat(sale.refund().state()).isEqualTo(RefundState.REFUNDED);
        assertThat(sale.amountMinor()).isPositive();
        assertThat(read(order).status()).isEqualTo(OrderStatus.REFUNDED);
    }

    @Test
    void gives_back_what_it_cannot_supply() {
        assumeThat(capabilities().cards().cannotSupply()).isTrue();
        var order = paidOrder(1);

        assertThat(session.cannotSupply(order.orderId(), order.lineId())).isEqualTo(new Outcome.Done());

        assertThat(read(order).status()).isEqualTo(OrderStatus.REFUNDED);
        assertThat(world.shownCodes(order)).isEmpty();
    }

    private boolean showsCodes() {
        return capabilities().cards().way() == Way.SHOWN;
    }

    /** Where the channel only marks orders as shipped, it must not hold a code at all. */
    private void assertShown(Placed order, String... numbers) {
        assertThat(world.shownCodes(order)).containsExactly(showsCodes() ? numbers : new String[0]);
    }

    private boolean deliverable(Placed placed) {
        var order = read(placed);
        return order.deliverable(order.lines().getFirst());
    }
}
