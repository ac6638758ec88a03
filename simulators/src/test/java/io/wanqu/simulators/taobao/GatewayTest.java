package io.wanqu.simulators.taobao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {

    private static final String LIST = "taobao.trades.sold.get";
    private static final Map<String, String> FIELDS = Map.of("fields", "tid,status");

    private final Stage stage = new Stage(10);

    @AfterEach
    void close() {
        stage.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"md5", "hmac", "hmac-sha256"})
    void opens_to_each_of_the_three_signatures(String signMethod) {
        var answer = stage.call(LIST, Map.of("fields", "tid", "sign_method", signMethod));

        assertThat(answer.path("trades_sold_get_response").path("total_results").asInt(-1)).isZero();
        assertThat(answer.path("trades_sold_get_response").path("request_id").asString("")).isNotEmpty();
    }

    @Test
    void leaves_out_an_empty_list() {
        assertThat(stage.call(LIST, FIELDS).path("trades_sold_get_response").has("trades")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"sign, 0, 25", "sign_method, sha1, 25", "method, '', 21", "app_key, '', 40", "sign, '', 40",
        "app_key, 1, 29", "timestamp, 2016-01-01 12:00:00, 25"})
    void refuses_a_call_that_was_changed_after_signing(String name, String value, int code) {
        assertThat(Stage.code(stage.call(LIST, FIELDS, Map.of(name, value)))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"-601, 41", "601, 41", "-600, 0", "600, 0"})
    void bears_ten_minutes_of_difference_between_the_clocks(long off, int code) {
        var stamp = Call.local(stage.theatre.now() + off);

        assertThat(Stage.code(stage.call(LIST, Map.of("fields", "tid", "timestamp", stamp)))).isEqualTo(code);
    }

    @Test
    void misses_a_session_and_knows_a_bad_one() {
        stage.token("");
        assertThat(Stage.code(stage.call(LIST, FIELDS))).isEqualTo(26);
        stage.token("never-issued");
        assertThat(Stage.code(stage.call(LIST, FIELDS))).isEqualTo(27);
        stage.token(stage.theatre.token);
        stage.pull("/token/expire", "{\"shopId\":\"%s\"}".formatted(stage.theatre.shopId));
        assertThat(Stage.code(stage.call(LIST, FIELDS))).isEqualTo(27);
    }

    @Test
    void tells_only_what_was_asked_for() {
        stage.pull("/order", "{\"sku\":\"month\"}");

        var trade = stage.call(LIST, FIELDS).path("trades_sold_get_response").path("trades").path("trade").path(0);

        assertThat(trade.propertyNames()).containsExactlyInAnyOrder("tid", "status");
        assertThat(Stage.code(stage.call(LIST, Map.of()))).isEqualTo(40);
    }

    @Test
    void limits_the_calls_of_one_second_and_says_how_long() {
        stage.pull("/platform", "{\"callsPerSecond\":2}");
        var said = "";
        for (var call = 0; call < 10; call++) {
            said += stage.call(LIST, FIELDS).path("error_response").path("sub_msg").asString("");
        }

        assertThat(said).contains("1 more seconds");
    }

    @Test
    void refuses_what_it_never_heard_of() {
        assertThat(Stage.code(stage.call("taobao.never.heard.of", Map.of()))).isEqualTo(22);
    }
}
