package io.wanqu.connectors.kuaishou;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.connector.ChannelOrder.RefundState;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connector.listing.Listing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusesTest {

    @ParameterizedTest
    @CsvSource({
        "10, false, PENDING_PAYMENT", "30, true, PAID", "40, true, DELIVERED", "50, true, DELIVERED", "70, true, COMPLETED",
        "80, false, CLOSED_UNPAID", "80, true, REFUNDED", "0, false, UNKNOWN", "20, true, UNKNOWN", "-1, true, UNKNOWN"})
    void translates_an_order_status(int status, boolean paid, OrderStatus expected) {
        assertThat(Statuses.order(status, paid)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, NONE, ''", "10, REFUNDING, 10", "11, REFUNDING, 11", "20, REFUNDING, 20", "21, REFUNDING, 21",
        "22, REFUNDING, 22", "30, REFUNDING, 30", "40, REFUNDING, 40", "50, REFUNDING, 50", "60, REFUNDED, 60",
        "70, NONE, 70", "80, UNKNOWN, 80", "-1, UNKNOWN, -1"})
    void translates_a_refund_status(int status, RefundState state, String raw) {
        assertThat(Statuses.refund(status).state()).isEqualTo(state);
        assertThat(Statuses.refund(status).raw()).isEqualTo(raw);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, ON_SALE", "0, 2, OFF_SALE", "2, 2, OFF_SALE", "3, 2, REMOVED", "0, 1, IN_REVIEW", "0, 3, REJECTED",
        "9, 2, UNKNOWN", "1, 9, UNKNOWN"})
    void translates_where_an_item_stands(int shelf, int audit, Listing.State state) {
        assertThat(Statuses.item(shelf, audit)).isEqualTo(state);
    }
}
