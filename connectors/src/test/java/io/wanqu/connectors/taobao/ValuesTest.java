package io.wanqu.connectors.taobao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ValuesTest {

    @ParameterizedTest
    @CsvSource({"9.90, 990", "0.01, 1", "100, 10000", "1234567.89, 123456789", "5.5, 550"})
    void reads_decimals_of_yuan(String yuan, long fen) {
        assertThat(Values.fen(node(yuan), "value")).isEqualTo(fen);
    }

    @ParameterizedTest
    @CsvSource({"990, 9.90", "1, 0.01", "0, 0.00", "10000, 100.00"})
    void writes_decimals_of_yuan(long fen, String yuan) {
        assertThat(Values.yuan(fen)).isEqualTo(yuan);
    }

    @Test
    void guesses_no_amount() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Values.fen(node("9.905"), "value"));
        assertThatExceptionOfType(NumberFormatException.class).isThrownBy(() -> Values.fen(node("free"), "value"));
    }

    @Test
    void tells_the_time_by_chinas_clock() {
        var noon = Instant.parse("2016-01-01T04:00:00Z");

        assertThat(Values.local(noon)).isEqualTo("2016-01-01 12:00:00");
        assertThat(Values.instant(node("2016-01-01 12:00:00"), "value")).isEqualTo(noon);
        assertThat(Values.instant(node("yesterday"), "value")).isNull();
        assertThat(Values.instant(node(""), "value")).isNull();
    }

    private static JsonNode node(String value) {
        return Objects.requireNonNull(Json.read("{\"value\":\"%s\"}".formatted(value)));
    }
}
