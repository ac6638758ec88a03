package io.wanqu.connectors.taobao;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.connector.ChannelOrder.RefundState;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connector.listing.Listing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusesTest {

    @ParameterizedTest
    @CsvSource({
        "TRADE_NO_CREATE_PAY, PENDING_PAYMENT", "WAIT_BUYER_PAY, PENDING_PAYMENT", "PAY_PENDING, PENDING_PAYMENT",
        "WAIT_PRE_AUTH_CONFIRM, PENDING_PAYMENT", "PAID_FORBID_CONSIGN, HOLD", "WAIT_SELLER_SEND_GOODS, PAID",
        "SELLER_CONSIGNED_PART, PARTIALLY_DELIVERED", "WAIT_BUYER_CONFIRM_GOODS, DELIVERED",
        "TRADE_BUYER_SIGNED, DELIVERED", "TRADE_FINISHED, COMPLETED", "TRADE_CLOSED, REFUNDED",
        "TRADE_CLOSED_BY_TAOBAO, CLOSED_UNPAID", "trade_finished, UNKNOWN", "'', UNKNOWN", "777, UNKNOWN"})
    void puts_a_trade_in_our_words(String status, OrderStatus expected) {
        assertThat(Statuses.trade(status)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "NO_REFUND, NONE", "CLOSED, NONE", "WAIT_SELLER_AGREE, REFUNDING", "WAIT_BUYER_RETURN_GOODS, REFUNDING",
        "WAIT_SELLER_CONFIRM_GOODS, REFUNDING", "SELLER_REFUSE_BUYER, REFUNDING", "SUCCESS, REFUNDED", "'', UNKNOWN",
        "SOMETHING_NEW, UNKNOWN"})
    void puts_a_refund_in_our_words(String status, RefundState expected) {
        assertThat(Statuses.refund(status).state()).isEqualTo(expected);
    }

    @Test
    void keeps_the_word_of_a_refund_it_does_not_know() {
        assertThat(Statuses.refund("SOMETHING_NEW").raw()).isEqualTo("SOMETHING_NEW");
        assertThat(Statuses.refund("SOMETHING_NEW").clear()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"onsale, ON_SALE", "instock, OFF_SALE", "'', UNKNOWN", "frozen, UNKNOWN"})
    void puts_an_item_in_our_words(String status, Listing.State expected) {
        assertThat(Statuses.item(status)).isEqualTo(expected);
    }
}
