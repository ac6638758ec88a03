package io.wanqu.connectors.wechatshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.connector.ChannelOrder.RefundState;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connector.listing.Listing;
import me.chanjar.weixin.channel.enums.AfterSaleStatus;
import me.chanjar.weixin.channel.enums.DeliveryType;
import me.chanjar.weixin.channel.enums.SpuEditStatus;
import me.chanjar.weixin.channel.enums.SpuStatus;
import me.chanjar.weixin.channel.enums.WxOrderStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StatusesTest {

    @ParameterizedTest
    @CsvSource({
        "10, false, PENDING_PAYMENT", "12, true, HOLD", "13, true, HOLD", "20, true, PAID", "21, true, PARTIALLY_DELIVERED",
        "30, true, DELIVERED", "100, true, COMPLETED", "190, false, CLOSED_UNPAID", "190, true, REFUNDED",
        "200, true, REFUNDED", "200, false, CLOSED_UNPAID", "250, false, CLOSED_UNPAID", "250, true, REFUNDED",
        "11, false, UNKNOWN", "-1, true, UNKNOWN"})
    void translates_an_order_status_and_lets_the_payment_decide_how_it_was_closed(int status, boolean paid, OrderStatus expected) {
        assertThat(Statuses.order(status, paid)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "USER_CANCELD, NONE", "MERCHANT_PROCESSING, REFUNDING", "PLATFORM_REFUND_FAIL, REFUNDING",
        "MERCHANT_REFUND_SUCCESS, REFUNDED", "MERCHANT_RETURN_SUCCESS, REFUNDED", "MERCHANT_REFUND_RETRY_FAIL, NONE",
        "USER_CANCELED, UNKNOWN", "'', UNKNOWN"})
    void translates_an_after_sale_as_the_platform_spells_it(String text, RefundState state) {
        assertThat(Statuses.afterSale(text).state()).isEqualTo(state);
        assertThat(Statuses.afterSale(text).raw()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0, NONE", "1, 1, 0, REFUNDING", "2, 1, 1, REFUNDING", "2, 0, 2, REFUNDED", "2, 0, 1, UNKNOWN"})
    void counts_the_pieces_of_a_line(int count, int open, int done, RefundState state) {
        assertThat(Statuses.line(count, open, done).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 4, ON_SALE", "0, 1, DRAFT", "0, 2, IN_REVIEW", "0, 3, REJECTED", "6, 4, REMOVED", "11, 4, OFF_SALE",
        "13, 4, OFF_SALE", "9, 4, OFF_SALE", "14, 4, OFF_SALE", "15, 4, OFF_SALE", "20, 4, OFF_SALE", "7, 4, UNKNOWN"})
    void translates_where_a_product_stands(int status, int edit, Listing.State state) {
        assertThat(Statuses.product(status, edit)).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource(WxOrderStatus.class)
    void knows_every_order_status_that_another_maker_knows(WxOrderStatus status) {
        assertThat(Statuses.order(status.getKey(), true)).isNotEqualTo(OrderStatus.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(AfterSaleStatus.class)
    void knows_every_after_sale_text_that_another_maker_knows(AfterSaleStatus status) {
        assertThat(Statuses.afterSale(status.getKey()).state()).isNotEqualTo(RefundState.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(SpuStatus.class)
    void knows_every_product_status_that_another_maker_knows(SpuStatus status) {
        assertThat(Statuses.product(status.getStatus(), SpuEditStatus.SUBMIT.getStatus())).isNotEqualTo(Listing.State.UNKNOWN);
    }

    @Test
    void ships_in_the_way_that_needs_no_parcel() {
        assertThat(Facts.VIRTUAL).isEqualTo(DeliveryType.VIRTUAL_DELIVERY.getKey());
    }
}
