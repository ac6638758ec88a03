package io.wanqu.connectors.xiaohongshu;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.connector.ChannelOrder.RefundState;
import io.wanqu.connector.OrderStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusesTest {

    @ParameterizedTest
    @CsvSource({
        "1, false, PENDING_PAYMENT", "2, true, HOLD", "3, true, HOLD", "4, true, PAID", "5, true, PARTIALLY_DELIVERED",
        "6, true, DELIVERED", "7, true, COMPLETED", "8, true, REFUNDED", "8, false, CLOSED_UNPAID",
        "9, false, CLOSED_UNPAID", "9, true, REFUNDED", "10, true, REFUNDING", "0, false, UNKNOWN", "11, true, UNKNOWN"})
    void translates_an_order_status(int status, boolean paid, OrderStatus expected) {
        assertThat(Statuses.order(status, paid)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1, NONE, ''", "2, REFUNDING, 2", "3, REFUNDED, 3", "4, NONE, 4", "5, NONE, 5", "6, REFUNDING, 6", "7, NONE, 7",
        "8, UNKNOWN, 8", "-1, UNKNOWN, -1"})
    void translates_the_after_sale_of_a_line(int status, RefundState state, String raw) {
        assertThat(Statuses.line(status).state()).isEqualTo(state);
        assertThat(Statuses.line(status).raw()).isEqualTo(raw);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 5, 1, REFUNDING", "4, 5, 2, REFUNDED", "4, 5, 1, REFUNDING", "4, 1, 2, REFUNDED", "5, 5, 1, NONE", "6, 4, 1, NONE",
        "9, 4, 1, NONE", "9001, 1, 1, NONE", "14, 4, 1, REFUNDING", "4, 2, 1, UNKNOWN", "5, 2, 1, NONE", "4, 6, 2, NONE",
        "77, 5, 2, UNKNOWN"})
    void believes_that_money_went_back_only_when_the_money_says_so(int status, int type, int money, RefundState state) {
        assertThat(Statuses.afterSale(status, type, money).state()).isEqualTo(state);
        assertThat(Statuses.afterSale(status, type, money).raw()).isEqualTo(status + "/" + type + "/" + money);
    }
}
