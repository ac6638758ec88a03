package io.wanqu.simulators.doudian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.wanqu.simulators.Json;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class GatewayTest {

    private static final String SEARCH = "order.searchList";
    private static final String FIRST_PAGE = "{\"page\":0,\"size\":10}";

    private final Stage stage = new Stage(100);

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void opens_to_a_call_that_is_signed_and_in_time() {
        var answer = stage.call(SEARCH, FIRST_PAGE);

        assertThat(answer.path("code").asInt(0)).isEqualTo(10000);
        assertThat(answer.path("log_id").asString("")).isNotEmpty();
        assertThat(answer.path("data").path("total").asInt(-1)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"app_key", "timestamp", "sign"})
    void misses_a_parameter(String name) {
        refused(stage.send(SEARCH, FIRST_PAGE, Map.of(name, "")).body(), 40001, "isv.parameter-missing");
    }

    @Test
    void notices_a_changed_signature() {
        refused(stage.send(SEARCH, FIRST_PAGE, Map.of("sign", "0".repeat(64))).body(), 40003, "isv.signature-invalid");
    }

    @Test
    void takes_a_call_without_a_method_of_signing_for_md5() {
        refused(stage.send(SEARCH, FIRST_PAGE, Map.of("sign_method", "")).body(), 40003, "isv.signature-invalid");
    }

    @ParameterizedTest
    @ValueSource(longs = {-605, 605})
    void refuses_a_clock_that_is_off(long seconds) {
        refused(stage.send(SEARCH, FIRST_PAGE, Map.of("timestamp", now(seconds))).body(), 40003,
            "isv.timestamp-invalid");
    }

    @ParameterizedTest
    @ValueSource(longs = {-590, 590})
    void bears_a_clock_that_is_off_a_little(long seconds) {
        var answer = Json.read(stage.send(SEARCH, FIRST_PAGE, Map.of("timestamp", now(seconds))).body());

        assertThat(answer.path("code").asInt(0)).isEqualTo(10000);
    }

    @Test
    void tells_an_expired_token_from_an_unknown_one() {
        stage.pull("/token/expire", "{\"shopId\":\"%s\"}".formatted(stage.shopId));
        refused(stage.call(SEARCH, FIRST_PAGE), 40003, "isv.access-token-expired");

        stage.token("never-issued");
        refused(stage.call(SEARCH, FIRST_PAGE), 40004, "isv.access-token-no-existed");
    }

    @Test
    void takes_a_refresh_token_once() {
        var granted = stage.call("token.create", "{\"shop_id\":\"%s\"}".formatted(stage.shopId)).path("data");
        var refresh = "{\"refresh_token\":\"%s\"}".formatted(granted.path("refresh_token").asString(""));

        var renewed = stage.call("token.refresh", refresh).path("data");
        var again = stage.call("token.refresh", refresh);

        assertThat(renewed.path("access_token").asString("")).isNotEqualTo(granted.path("access_token").asString(""));
        refused(again, 30001, "dop.authorization-no-existed");
        refused(stage.call(SEARCH, FIRST_PAGE), 40004, "isv.access-token-no-existed");
        stage.token(renewed.path("access_token").asString(""));
        assertThat(stage.call(SEARCH, FIRST_PAGE).path("code").asInt(0)).isEqualTo(10000);
    }

    @Test
    void limits_the_calls_of_one_second() {
        stage.pull("/platform", "{\"callsPerSecond\":3}");

        var limited = 0;
        for (var call = 0; call < 12; call++) {
            limited += stage.call(SEARCH, FIRST_PAGE).path("code").asInt(0) == 60000 ? 1 : 0;
        }

        assertThat(limited).isPositive();
        stage.pull("/platform", "{\"callsPerSecond\":0}");
        assertThat(stage.call(SEARCH, FIRST_PAGE).path("code").asInt(0)).isEqualTo(10000);
    }

    @Test
    void spoils_as_many_calls_as_ordered_and_only_of_that_method() {
        stage.pull("/fault", "{\"times\":2,\"method\":\"order.orderDetail\",\"code\":20000}");

        assertThat(stage.call(SEARCH, FIRST_PAGE).path("code").asInt(0)).isEqualTo(10000);
        assertThat(stage.call("order.orderDetail", "{}").path("code").asInt(0)).isEqualTo(20000);
        assertThat(stage.call("order.orderDetail", "{}").path("code").asInt(0)).isEqualTo(20000);
        assertThat(stage.call("order.orderDetail", "{}").path("code").asInt(0)).isEqualTo(50002);
    }

    @Test
    void applies_a_call_and_then_cuts_the_line() {
        stage.pull("/fault", "{\"times\":1,\"after\":true,\"code\":0}");
        var set = "{\"product_id\":%s,\"sku_id\":%s,\"stock_num\":7}".formatted(stage.productId, stage.skuId);

        assertThatIllegalStateException().isThrownBy(() -> stage.call("sku.syncStock", set));

        assertThat(stage.look("/stock?sku=month").path("stock").asInt(-1)).isEqualTo(7);
    }

    @Test
    void answers_nobody_in_an_outage() {
        stage.pull("/platform", "{\"outage\":true}");

        assertThat(stage.send(SEARCH, FIRST_PAGE, Map.of()).statusCode()).isEqualTo(503);
        stage.pull("/platform", "{\"outage\":false}");
        assertThat(stage.send(SEARCH, FIRST_PAGE, Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void takes_its_time_when_told() {
        stage.pull("/platform", "{\"slowMillis\":300}");
        var start = System.nanoTime();

        assertThat(stage.call(SEARCH, FIRST_PAGE).path("code").asInt(0)).isEqualTo(10000);

        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(300_000_000L);
    }

    private String now(long offset) {
        return String.valueOf(stage.now() + offset);
    }

    private static void refused(String answer, int code, String subCode) {
        refused(Json.read(answer), code, subCode);
    }

    private static void refused(JsonNode answer, int code, String subCode) {
        assertThat(answer.path("code").asInt(0)).isEqualTo(code);
        assertThat(answer.path("sub_code").asString("")).isEqualTo(subCode);
        assertThat(answer.has("data")).isFalse();
    }
}
