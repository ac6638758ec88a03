package io.wanqu.connectors.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.wanqu.connector.ConnectorException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class ValuesTest {

    @Test
    void counts_yuan_in_fen_and_back() {
        assertThat(Yuan.fen("9.90")).isEqualTo(990);
        assertThat(Yuan.fen("0.1")).isEqualTo(10);
        assertThat(Yuan.fen("12345678.9")).isEqualTo(1_234_567_890);
        assertThat(Yuan.fen("")).isZero();
        assertThat(Yuan.text(990)).isEqualTo("9.90");
    }

    @Test
    void guesses_no_amount() {
        for (var text : new String[] {"9.999", "a few", "9,90"}) {
            assertThatExceptionOfType(ConnectorException.class).isThrownBy(() -> Yuan.fen(text))
                .matches(trouble -> !trouble.retryable());
        }
    }

    @Test
    void tells_the_time_of_china_wherever_it_runs() {
        var zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            assertThat(Shanghai.text(Instant.ofEpochSecond(1704038400))).isEqualTo("2024-01-01 00:00:00");
            assertThat(Shanghai.timeOrNull("2024-01-01 00:00:00")).isEqualTo(Instant.ofEpochSecond(1704038400));
            assertThat(Shanghai.timeOrNull("2024-01-01T00:00:00.5")).isEqualTo(Instant.ofEpochMilli(1704038400500L));
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void knows_no_time_where_none_is_told() {
        for (var text : new String[] {"", "0001-01-01 00:00:00", "1970-01-01 08:00:00", "soon"}) {
            assertThat(Shanghai.timeOrNull(text)).isNull();
        }
        assertThat(Shanghai.time("")).isEqualTo(Instant.EPOCH);
    }

    @Test
    void carries_chinese_through_a_form() {
        var form = new LinkedHashMap<>(Map.of("json", "{\"a\":\"卡密<壹>&二=+ %\"}"));

        assertThat(Form.decode(Form.encode(form))).isEqualTo(form);
        assertThatIllegalArgumentException().isThrownBy(() -> Form.decode("json=%GG"));
        assertThat(Form.decode("=x&y")).isEmpty();
    }

    @Test
    void writes_json_sorted_and_whole() {
        var object = new LinkedHashMap<String, Object>();
        object.put("b", 6917586388057000001L);
        object.put("a", null);
        object.put("B", "卡密<壹>");

        assertThat(Json.write(object)).isEqualTo("{\"B\":\"卡密<壹>\",\"b\":6917586388057000001}");
        assertThat(Json.text(Json.read("{\"id\":6917586388057000001}"), "id")).isEqualTo("6917586388057000001");
        assertThat(Json.readOrNull("{")).isNull();
    }
}
