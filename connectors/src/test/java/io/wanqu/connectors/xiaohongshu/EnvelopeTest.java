package io.wanqu.connectors.xiaohongshu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wanqu.connector.ConnectorException;
import io.wanqu.connectors.wire.Envelope;
import io.wanqu.connectors.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    @Test
    void opens_one_envelope() {
        var envelope = opened("{\"error_code\":0,\"success\":true,\"error_msg\":\"\",\"data\":{\"x\":1}}");

        assertThat(envelope.ok()).isTrue();
        assertThat(envelope.data().path("x").asInt()).isEqualTo(1);
    }

    @Test
    void opens_the_envelope_inside_another() {
        var envelope = opened("{\"error_code\":0,\"success\":true,\"data\":{\"code\":0,\"success\":true,\"data\":{\"x\":1}}}");

        assertThat(envelope.ok()).isTrue();
        assertThat(envelope.data().path("x").asInt()).isEqualTo(1);
    }

    @Test
    void sees_a_refusal_that_lies_inside_a_success() {
        var envelope = opened("{\"error_code\":0,\"success\":true,\"data\":{\"code\":-7,\"success\":false,\"msg\":\"no\"}}");

        assertThat(envelope.ok()).isFalse();
        assertThat(envelope.code()).isEqualTo("-7");
        assertThat(envelope.message()).isEqualTo("no");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"error_code\":-98765,\"success\":false,\"error_msg\":\"new\"}",
        "{\"error_code\":-98765,\"success\":true,\"error_msg\":\"new\"}"})
    void keeps_an_unknown_code_and_believes_no_half_success(String text) {
        var envelope = opened(text);

        assertThat(envelope.ok()).isFalse();
        assertThat(Facts.CODES.trouble(envelope).code()).isEqualTo("-98765");
        assertThat(Facts.CODES.trouble(envelope).retryable()).isFalse();
    }

    @Test
    void takes_a_failure_without_a_code_for_a_failure() {
        assertThat(opened("{\"success\":false}").ok()).isFalse();
    }

    @Test
    void takes_what_is_no_envelope_for_a_broken_way() {
        assertThatExceptionOfType(ConnectorException.class).isThrownBy(() -> opened("{\"data\":{}}"))
            .matches(ConnectorException::retryable);
    }

    private static Envelope opened(String text) {
        return Gateway.opened("a.method", Json.read(text));
    }
}
