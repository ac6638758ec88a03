package io.wanqu.connectors.pinduoduo;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.connector.ChannelOrder.RefundState;
import io.wanqu.connector.ConnectorException.Remedy;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connector.listing.Listing.State;
import io.wanqu.connectors.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusesTest {

    @ParameterizedTest(name = "order {0} group {1} risk {2} refund {3} paid {4} is {5}")
    @CsvSource({
        "1, 1, 0, 1, true, PAID",
        "1, 1, 1, 1, true, HOLD",
        "1, 1, 2, 1, true, UNKNOWN",
        "1, 1, -1, 1, true, UNKNOWN",
        "1, 0, 0, 1, true, HOLD",
        "1, 0, 0, 1, false, PENDING_PAYMENT",
        "1, 2, 0, 1, true, REFUNDED",
        "1, 2, 0, 1, false, CLOSED_UNPAID",
        "1, 3, 0, 1, true, UNKNOWN",
        "1, -1, 0, 1, true, UNKNOWN",
        "2, 1, 0, 1, true, DELIVERED",
        "3, 1, 0, 1, true, COMPLETED",
        "5, 1, 0, 1, true, UNKNOWN",
        "2, 1, 0, 4, true, REFUNDED",
        "1, 1, 0, 2, true, PAID"})
    void sees_an_order_by_four_numbers(int order, int group, int risk, int refund, boolean paid, OrderStatus expected) {
        assertThat(new Statuses(order, group, risk, refund).status(paid)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, NONE", "2, REFUNDING", "3, REFUNDING", "4, REFUNDED", "5, UNKNOWN", "-1, UNKNOWN"})
    void lays_a_refund_over_the_line(int refund, RefundState state) {
        assertThat(new Statuses(1, 1, 0, refund).overlay("7").state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"0, NONE", "2, REFUNDING", "4, REFUNDING", "10, REFUNDED", "11, NONE", "31, REFUNDING", "33, UNKNOWN",
        "1, UNKNOWN"})
    void translates_where_a_refund_case_stands(int status, RefundState state) {
        assertThat(Statuses.afterSale(status).state()).isEqualTo(state);
        assertThat(Statuses.afterSale(status).raw()).isEqualTo(String.valueOf(status));
    }

    @ParameterizedTest
    @CsvSource({"10019, AUTHORISE", "10035, AUTHORISE", "20004, LOOK", "30000, LOOK", "70031, WAIT", "70032, WAIT",
        "52001, RETRY", "98765, LOOK"})
    void knows_what_a_code_asks_for(int code, Remedy remedy) {
        var envelope = Envelope.of("t", Json.read("""
            {"error_response":{"error_code":%d,"error_msg":"m","sub_code":"s","sub_msg":"为什么"}}""".formatted(code)));

        assertThat(envelope.trouble().remedy()).isEqualTo(remedy);
        assertThat(envelope.trouble().code()).isEqualTo(code + " s");
        assertThat(envelope.trouble()).hasMessageContaining("为什么");
    }

    @ParameterizedTest
    @CsvSource({"1, ON_SALE", "2, OFF_SALE", "3, OFF_SALE", "4, REMOVED", "5, IN_REVIEW", "6, REJECTED", "0, UNKNOWN"})
    void translates_the_state_of_goods(int status, State state) {
        assertThat(Goods.state(status)).isEqualTo(state);
    }

    @Test
    void reads_an_order_in_either_way_of_writing_it() {
        var order = PinduoduoOrder.read(Json.read("""
            {"order_sn":"190228-355530178612389","order_status":1,"group_status":1,"risk_control_status":0,
             "refund_status":1,"pay_amount":0.1,"created_time":"2020-06-01T18:59:30","confirm_time":"2020-06-01T19:00:23",
             "item_list":[{"goods_id":"245125","sku_id":"6386975","outer_id":"月卡","goods_count":1}]}"""));

        assertThat(order.externalOrderId()).isEqualTo("190228-355530178612389");
        assertThat(order.status()).isEqualTo(OrderStatus.PAID);
        assertThat(order.total().amountMinor()).isEqualTo(10);
        assertThat(order.times().paidAt()).hasToString("2020-06-01T11:00:23Z");
        assertThat(order.deliverable(order.lines().getFirst())).isTrue();
    }
}
