package io.wanqu.connectors.xianyu;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.connector.ChannelOrder.RefundState;
import io.wanqu.connector.ConnectorException.Remedy;
import io.wanqu.connector.OrderStatus;
import io.wanqu.connector.listing.Listing;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusesTest {

    @ParameterizedTest
    @CsvSource({"11, PENDING_PAYMENT", "12, PAID", "21, DELIVERED", "22, COMPLETED", "23, REFUNDED", "24, CLOSED_UNPAID",
        "0, UNKNOWN", "13, UNKNOWN", "-1, UNKNOWN", "777, UNKNOWN"})
    void puts_an_order_in_our_words(int status, OrderStatus expected) {
        assertThat(Statuses.order(status)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, NONE", "1, REFUNDING", "2, REFUNDING", "3, REFUNDING", "4, NONE", "5, REFUNDED", "6, REFUNDING",
        "7, UNKNOWN", "8, REFUNDING", "-1, UNKNOWN", "99, UNKNOWN"})
    void puts_a_refund_in_our_words(int status, RefundState expected) {
        assertThat(Statuses.refund(status).state()).isEqualTo(expected);
        assertThat(Statuses.refund(status).raw()).isEqualTo(status == 0 ? "" : String.valueOf(status));
    }

    @ParameterizedTest
    @CsvSource({"21, DRAFT", "22, ON_SALE", "23, OFF_SALE", "31, OFF_SALE", "33, OFF_SALE", "36, OFF_SALE", "-1, REMOVED",
        "0, UNKNOWN", "37, UNKNOWN"})
    void puts_a_product_in_our_words(int status, Listing.State expected) {
        assertThat(Statuses.product(status)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"401, LOOK", "408, LOOK", "404, LOOK", "429, WAIT", "500, RETRY", "503, RETRY", "599, RETRY", "600, LOOK",
        "1, LOOK", "98765, LOOK"})
    void says_what_to_do_about_a_code(int code, Remedy remedy) {
        var envelope = Envelope.of(Objects.requireNonNull(Json.read("{\"code\":%d,\"msg\":\"m\"}".formatted(code))));

        assertThat(envelope.ok()).isFalse();
        assertThat(envelope.trouble().remedy()).isEqualTo(remedy);
        assertThat(envelope.trouble().code()).isEqualTo(String.valueOf(code));
    }
}
