package io.wanqu.connectors.jd;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.connector.ChannelOrder.RefundState;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connector.listing.Listing.State;
import io.wanqu.connectors.wire.Json;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdOrderTest {

    @ParameterizedTest
    @CsvSource({
        "NOT_PAY, false, PENDING_PAYMENT", "WAIT_SELLER_STOCK_OUT, true, PAID", "WAIT_SEND_CODE, true, PAID",
        "WAIT_SELLER_DELIVERY, true, PAID", "POP_ORDER_PAUSE, true, HOLD", "PAUSE, true, HOLD", "LOCKED, true, HOLD",
        "WAIT_GOODS_RECEIVE_CONFIRM, true, DELIVERED", "FINISHED_L, true, COMPLETED",
        "TRADE_CANCELED, false, CLOSED_UNPAID", "TRADE_CANCELED, true, REFUNDED", "DELIVERY_RETURN, true, REFUNDING",
        "UN_KNOWN, true, UNKNOWN", "wait_seller_stock_out, true, UNKNOWN", "'', true, UNKNOWN"})
    void translates_an_order_state(String state, boolean paid, OrderStatus expected) {
        assertThat(Statuses.order(state, paid)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, REFUNDING", "1, REFUNDING", "2, NONE", "3, REFUNDED", "9, REFUNDED", "11, NONE", "5, UNKNOWN",
        "-1, UNKNOWN"})
    void translates_the_state_of_a_refund(int status, RefundState state) {
        assertThat(Statuses.refund(status).state()).isEqualTo(state);
        assertThat(Statuses.refund(status).raw()).isEqualTo(String.valueOf(status));
    }

    @ParameterizedTest
    @CsvSource({"8, ON_SALE", "2, OFF_SALE", "4, OFF_SALE", "1, DRAFT", "520, IN_REVIEW", "1028, REJECTED", "-1, REMOVED",
        "3, UNKNOWN"})
    void translates_the_state_of_a_ware(int status, State state) {
        assertThat(Wares.state(status)).isEqualTo(state);
    }

    @Test
    void reads_amounts_times_and_nineteen_digits() {
        var order = JdOrder.read(Json.read("""
            {"orderId":6917586388057000001,"orderState":"WAIT_SELLER_STOCK_OUT","orderPayment":"19.80",
             "orderStartTime":"2024-01-01 00:00:00","paymentConfirmTime":"2024-01-01 00:01:00",
             "itemInfoList":[{"skuId":"7","wareId":"8","outerSkuId":"月卡","jdPrice":"9.90","itemTotal":"2"}]}"""));

        assertThat(order.externalOrderId()).isEqualTo("6917586388057000001");
        assertThat(order.total().amountMinor()).isEqualTo(1980);
        assertThat(order.times().paidAt()).isEqualTo(Instant.ofEpochSecond(1704038460));
        assertThat(order.times().updatedAt()).isEqualTo(order.times().paidAt());
        assertThat(order.lines()).singleElement().satisfies(line -> {
            assertThat(line.externalLineId()).isEqualTo("7");
            assertThat(line.item().outerSkuCode()).isEqualTo("月卡");
            assertThat(line.amountMinor()).isEqualTo(1980);
            assertThat(order.deliverable(line)).isTrue();
        });
    }

    @Test
    void is_not_paid_where_the_time_of_payment_has_not_come() {
        var order = JdOrder.read(Json.read("""
            {"orderId":"1","orderState":"TRADE_CANCELED","paymentConfirmTime":"0001-01-01 00:00:00"}"""));

        assertThat(order.status()).isEqualTo(OrderStatus.CLOSED_UNPAID);
        assertThat(order.times().paidAt()).isNull();
    }

    @Test
    void asks_for_tokens_at_the_address_that_grants_them() {
        assertThat(Facts.tokens(URI.create("https://api.jd.com"), "/oauth2/access_token"))
            .hasToString("https://open-oauth.jd.com/oauth2/access_token");
        assertThat(Facts.tokens(URI.create("http://localhost:1/jd"), "/oauth2/access_token"))
            .hasToString("http://localhost:1/jd/oauth2/access_token");
    }
}
