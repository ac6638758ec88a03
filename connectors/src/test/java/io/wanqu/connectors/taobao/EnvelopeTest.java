package io.wanqu.connectors.taobao;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.connector.ConnectorException.Remedy;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeTest {

    private static final String METHOD = "taobao.trades.sold.increment.get";

    @Test
    void opens_what_is_named_after_the_method() {
        var envelope = of("{\"trades_sold_increment_get_response\":{\"total_results\":3}}");

        assertThat(envelope.ok()).isTrue();
        assertThat(envelope.body().path("total_results").asInt(0)).isEqualTo(3);
    }

    @Test
    void keeps_the_word_tmall_in_the_name_of_the_answer() {
        var answer = Objects.requireNonNull(Json.read("{\"tmall_item_quantity_update_response\":{}}"));

        assertThat(Envelope.of("tmall.item.quantity.update", answer)).isNotNull();
    }

    @Test
    void is_none_when_the_answer_belongs_to_another_method() {
        assertThat(Envelope.of(METHOD, Objects.requireNonNull(Json.read("{\"trade_get_response\":{}}")))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "3, '', RETRY", "7, accesscontrol.limited-by-app-access-count, WAIT", "9, '', LOOK", "10, '', RETRY",
        "11, '', LOOK", "12, '', AUTHORISE", "15, isv.trade-not-exist, LOOK", "15, isp.service-unavailable, RETRY",
        "21, '', LOOK", "25, '', LOOK", "26, '', AUTHORISE", "27, invalid-sessionkey, AUTHORISE", "40, '', LOOK",
        "41, '', LOOK", "50, isp.remote-service-timeout, RETRY", "50, isv.never, LOOK", "98765, isv.never-heard-of, LOOK"})
    void says_what_to_do_about_a_code(int code, String subCode, Remedy remedy) {
        var trouble = of("{\"error_response\":{\"code\":%d,\"msg\":\"m\",\"sub_code\":\"%s\",\"sub_msg\":\"s\"}}"
            .formatted(code, subCode)).trouble();

        assertThat(trouble.remedy()).isEqualTo(remedy);
        assertThat(trouble.code()).isEqualTo(subCode.isEmpty() ? String.valueOf(code) : code + " " + subCode);
    }

    @Test
    void waits_as_long_as_the_limit_says() {
        var limited = of("""
            {"error_response":{"code":7,"sub_code":"accesscontrol.limited-by-api-access-count",
             "sub_msg":"This ban will last for 27 more seconds"}}""");

        assertThat(limited.trouble().retryAfter()).contains(Duration.ofSeconds(27));
    }

    private static Envelope of(String answer) {
        return Objects.requireNonNull(Envelope.of(METHOD, Objects.requireNonNull(Json.read(answer))));
    }
}
