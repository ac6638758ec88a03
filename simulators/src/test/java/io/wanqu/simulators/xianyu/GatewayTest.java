package io.wanqu.simulators.xianyu;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.market.App;
import io.wanqu.simulators.market.Theatre;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class GatewayTest {

    private static final String LIST = "/api/open/order/list";

    private final Theatre theatre = new Theatre("xianyu", 10);

    @AfterEach
    void close() {
        theatre.close();
    }

    @Test
    void opens_to_a_call_that_is_signed_and_in_time() {
        var answer = call(LIST, "{}");

        assertThat(answer.path("code").asInt(-1)).isZero();
        assertThat(answer.path("data").path("count").asInt(-1)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"-305, 408", "305, 408", "-290, 0", "290, 0"})
    void bears_five_minutes_of_difference_between_the_clocks(long off, int code) {
        assertThat(call(LIST, "{}", theatre.app, off).path("code").asInt(-1)).isEqualTo(code);
    }

    @Test
    void notices_a_wrong_secret_and_an_unknown_path() {
        assertThat(call(LIST, "{}", new App(theatre.app.key(), "guessed", Map.of()), 0).path("code").asInt(0)).isEqualTo(401);
        assertThat(call("/api/open/never", "{}").path("code").asInt(0)).isEqualTo(404);
        assertThat(call(LIST, "{").path("code").asInt(0)).isEqualTo(400);
    }

    @Test
    void refuses_pages_beyond_ten_thousand_rows_and_windows_beyond_six_months() {
        assertThat(call(LIST, "{\"page_no\":101,\"page_size\":100}").path("code").asInt(0)).isEqualTo(400);
        assertThat(call(LIST, "{\"page_no\":100,\"page_size\":100}").path("code").asInt(-1)).isZero();
        assertThat(call(LIST, "{\"update_time\":[1000,2000]}").path("code").asInt(0)).isEqualTo(400);
    }

    @Test
    void ships_a_paid_order_once() {
        var order = theatre.pull("/order", "{\"sku\":\"month\"}").path("orders").path(0).path("orderId").asString("");
        var body = "{\"order_no\":\"%s\"}".formatted(order);

        assertThat(call("/api/open/trade/logistics/dummy/send", body).path("code").asInt(-1)).isZero();
        assertThat(call("/api/open/trade/logistics/dummy/send", body).path("code").asInt(0)).isEqualTo(1);

        assertThat(call("/api/open/order/detail", body).path("data").path("order_status").asInt(0)).isEqualTo(21);
        assertThat(call("/api/open/order/detail", body).path("data").path("order_no").asString("")).isEqualTo(order);
    }

    @Test
    void needs_a_number_of_the_parcel_for_a_parcel() {
        var order = theatre.pull("/order", "{\"sku\":\"month\"}").path("orders").path(0).path("orderId").asString("");

        assertThat(call("/api/open/order/ship", "{\"order_no\":\"%s\"}".formatted(order)).path("code").asInt(0)).isEqualTo(400);
        assertThat(call("/api/open/order/ship", "{\"order_no\":\"%s\",\"waybill_no\":\"1\",\"express_code\":\"qita\"}"
            .formatted(order)).path("code").asInt(-1)).isZero();
    }

    @Test
    void hears_only_suppliers_who_sign() {
        assertThat(Json.read(theatre.send(HttpRequest.newBuilder(
            URI.create(theatre.address(Buying.CALLBACKS + "order/notify/t") + "?mch_id=1&timestamp=1&sign=x"))
            .POST(HttpRequest.BodyPublishers.ofString("{}")).build()).body()).path("code").asInt(0)).isEqualTo(401);

        assertThat(theatre.look("/notices").path("notices")).isEmpty();
    }

    private JsonNode call(String path, String body) {
        return call(path, body, theatre.app, 0);
    }

    private JsonNode call(String path, String body, App signer, long off) {
        var timestamp = String.valueOf(theatre.now() + off);
        return Json.read(theatre.send(HttpRequest.newBuilder(URI.create(theatre.address(path) + "?appid=" + signer.key()
                + "&timestamp=" + timestamp + "&sign=" + Signing.open(signer, body.getBytes(UTF_8), timestamp, "")))
            .POST(HttpRequest.BodyPublishers.ofString(body)).build()).body());
    }
}
