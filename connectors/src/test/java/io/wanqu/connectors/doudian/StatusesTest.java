package io.wanqu.connectors.doudian;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.connector.ChannelOrder.RefundState;
import io.wanqu.connector.OrderStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusesTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1, false, PENDING_PAYMENT",
        "105, 105, true, HOLD",
        "2, 2, true, PAID",
        "2, 103, true, HOLD",
        "101, 101, true, PARTIALLY_DELIVERED",
        "3, 3, true, DELIVERED",
        "5, 5, true, COMPLETED",
        "4, 4, false, CLOSED_UNPAID",
        "4, 4, true, REFUNDED",
        "4, 21, true, REFUNDED",
        "3, 22, true, REFUNDED",
        "5, 39, true, REFUNDED",
        "6, 6, true, UNKNOWN",
        "-1, -1, true, UNKNOWN"})
    void translates_an_order_status(int status, int mainStatus, boolean paid, OrderStatus expected) {
        assertThat(Statuses.order(status, mainStatus, paid)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, NONE, ''", "27, NONE, 27", "28, NONE, 28", "29, NONE, 29",
        "6, REFUNDING, 6", "7, REFUNDING, 7", "8, REFUNDING, 8", "11, REFUNDING, 11", "13, REFUNDING, 13",
        "14, REFUNDING, 14", "12, REFUNDED, 12", "53, UNKNOWN, 53"})
    void translates_an_after_sale_status(int status, RefundState state, String raw) {
        assertThat(Statuses.refund(status).state()).isEqualTo(state);
        assertThat(Statuses.refund(status).raw()).isEqualTo(raw);
    }
}
