package io.wanqu.connector;

import static io.wanqu.connector.OrderStatus.CLOSED_UNPAID;
import static io.wanqu.connector.OrderStatus.COMPLETED;
import static io.wanqu.connector.OrderStatus.DELIVERED;
import static io.wanqu.connector.OrderStatus.PAID;
import static io.wanqu.connector.OrderStatus.PARTIALLY_DELIVERED;
import static io.wanqu.connector.OrderStatus.PENDING_PAYMENT;
import static io.wanqu.connector.OrderStatus.REFUNDED;
import static io.wanqu.connector.OrderStatus.REFUNDING;
import static io.wanqu.connector.OrderStatus.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.connector.ChannelOrder.Item;
import io.wanqu.connector.ChannelOrder.Line;
import io.wanqu.connector.ChannelOrder.Refund;
import io.wanqu.connector.ChannelOrder.RefundState;
import io.wanqu.connector.ChannelOrder.Times;
import io.wanqu.connector.ChannelOrder.Total;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderStatusTest {

    @Test
    void lets_cards_leave_in_two_states_only() {
        assertThat(OrderStatus.values()).filteredOn(OrderStatus::deliverable)
            .containsExactly(PAID, PARTIALLY_DELIVERED);
    }

    @Test
    void never_comes_back_from_an_end() {
        for (var end : List.of(CLOSED_UNPAID, REFUNDED)) {
            assertThat(Stream.of(OrderStatus.values()).filter(end::mayBecome)).containsExactly(end);
        }
    }

    @Test
    void goes_forward_and_not_back() {
        assertThat(PENDING_PAYMENT.mayBecome(PAID)).isTrue();
        assertThat(PAID.mayBecome(PENDING_PAYMENT)).isFalse();
        assertThat(DELIVERED.mayBecome(PAID)).isFalse();
        assertThat(COMPLETED.mayBecome(REFUNDING)).isTrue();
        assertThat(REFUNDING.mayBecome(PAID)).isTrue();
        assertThat(REFUNDING.mayBecome(PENDING_PAYMENT)).isFalse();
        assertThat(PAID.mayBecome(UNKNOWN)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(RefundState.class)
    void holds_a_line_back_while_its_money_is_in_doubt(RefundState state) {
        var line = new Line("l", new Item("p", "s", null), 1, 100, new Refund(state, "6"));
        var order = new ChannelOrder("o", PAID, "2", List.of(line), new Total(100, "CNY"), null,
            new Times(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH));

        assertThat(order.deliverable(line)).isEqualTo(state == RefundState.NONE);
    }
}
