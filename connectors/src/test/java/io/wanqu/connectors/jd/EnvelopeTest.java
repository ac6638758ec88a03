package io.wanqu.connectors.jd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.ConnectorException.Remedy;
import io.wanqu.connectors.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    private static final String ROOT = "jingdong_pop_order_search";

    @ParameterizedTest
    @ValueSource(strings = {"_response", "_responce"})
    void reads_a_root_in_either_spelling(String ending) {
        var envelope = router("{\"" + ROOT + ending + "\":{\"code\":\"0\",\"x\":1}}");

        assertThat(envelope.ok()).isTrue();
        assertThat(envelope.result().path("x").asInt(0)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"19, AUTHORISE", "12, LOOK", "60, WAIT", "61, WAIT", "1, RETRY", "65, RETRY", "67, RETRY", "8, LOOK",
        "98765, LOOK"})
    void knows_what_a_code_asks_for(String code, Remedy remedy) {
        var envelope = router("{\"error_response\":{\"code\":\"%s\",\"zh_desc\":\"原因\"}}".formatted(code));

        assertThat(envelope.ok()).isFalse();
        assertThat(envelope.trouble().remedy()).isEqualTo(remedy);
        assertThat(envelope.trouble().code()).isEqualTo(code);
        assertThat(envelope.trouble()).hasMessageContaining("原因");
    }

    @Test
    void reads_a_refusal_that_stands_inside_the_root() {
        assertThat(router("{\"" + ROOT + "_response\":{\"code\":\"10100009\"}}").ok()).isFalse();
    }

    @Test
    void reads_the_newer_transport_whichever_way_it_fails() {
        assertThat(Envelope.ofRest(Json.read("{\"code\":\"0\",\"data\":{\"x\":1}}")).ok()).isTrue();
        assertThat(Envelope.ofRest(Json.read("{\"code\":\"19\",\"msg\":\"m\"}")).tokenTrouble()).isTrue();
        assertThat(Envelope.ofRest(Json.read("{\"error_response\":{\"code\":\"19\"}}")).tokenTrouble()).isTrue();
    }

    @Test
    void takes_another_methods_answer_for_none() {
        assertThatExceptionOfType(ConnectorException.class)
            .isThrownBy(() -> router("{\"jingdong_pop_order_get_response\":{}}"))
            .matches(ConnectorException::retryable);
    }

    private static Envelope router(String json) {
        return Envelope.ofRouter(Json.read(json), ROOT);
    }
}
