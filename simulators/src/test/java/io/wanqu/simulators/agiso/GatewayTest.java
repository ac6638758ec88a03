package io.wanqu.simulators.agiso;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.Md5;
import io.wanqu.simulators.market.Theatre;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GatewayTest {

    private final Theatre theatre = new Theatre("agiso", 10);

    @AfterEach
    void close() {
        theatre.close();
    }

    @Test
    void agrees_with_the_documented_signature_of_a_push() {
        var secret = "9f8g9d78sg9d8f8ew9f89ds9f8ds9af8";
        var json = "{\"Tid\":2067719225654838,\"Status\":\"WAIT_BUYER_CONFIRM_GOODS\",......,\"TotalFee\":\"3.00\"}";

        assertThat(Md5.ofParameters(secret, Map.of("json", json, "timestamp", "11222212121")))
            .isEqualTo("f8aa165fc951f266667e0605d78b93af");
    }

    @Test
    void refuses_a_wrong_signature_a_wrong_clock_and_a_wrong_token() {
        var tid = Map.of("tid", order());

        assertThat(call("/alds/Trade/TradeInfo", theatre.token, tid).path("IsSuccess").asBoolean()).isTrue();
        assertThat(code(theatre.token, Map.of("tid", "1", "sign", "00"))).isEqualTo(3);
        assertThat(code(theatre.token, Map.of("tid", "1", "timestamp", String.valueOf(theatre.now() - 610)))).isEqualTo(4);
        assertThat(code("nobodys", tid)).isEqualTo(5);
    }

    @Test
    void allows_twenty_calls_a_second() {
        var tid = Map.of("tid", order());
        var refused = 0;
        for (var time = 0; time < 200; time++) {
            refused += code(theatre.token, tid) == 29 ? 1 : 0;
        }

        assertThat(refused).isPositive();
    }

    @Test
    void ships_an_order_once_and_names_the_one_that_failed() {
        var tids = Map.of("tids", order());

        var first = call("/alds/Trade/LogisticsDummySend", theatre.token, tids);
        var second = call("/alds/Trade/LogisticsDummySend", theatre.token, tids);

        assertThat(first.path("IsSuccess").asBoolean()).isTrue();
        assertThat(second.path("Error_Code").asInt()).isEqualTo(7);
        assertThat(second.path("Data").path("ErrorInfos").path(0).path("ErrorCode").asInt()).isEqualTo(-50);
    }

    @Test
    void shows_the_same_order_in_the_words_of_each_marketplace() {
        var id = order();

        assertThat(data("/alds/Trade/TradeInfo", "tid", id).path("Status").asString("")).isEqualTo("WAIT_SELLER_SEND_GOODS");
        assertThat(data("/aldsPdd/Order/OrderInformation", "orderSn", id).path("order_info").path("order_status").asInt())
            .isEqualTo(1);
        assertThat(data("/aldsJd/Order/Detail", "order_id", id).path("orderState").asString(""))
            .isEqualTo("WAIT_SELLER_STOCK_OUT");
        assertThat(data("/aldsIdle/Order/Detail", "tid", id).path("order_status").asInt()).isEqualTo(2);
        assertThat(call("/aldsIdle/Order/Detail", theatre.token, Map.of("tid", "1")).path("IsSuccess").asBoolean()).isFalse();
    }

    private String order() {
        return theatre.pull("/order", "{\"sku\":\"month\"}").path("orders").path(0).path("orderId").asString("");
    }

    private JsonNode data(String path, String name, String id) {
        return call(path, theatre.token, Map.of(name, id)).path("Data");
    }

    private int code(String token, Map<String, String> parameters) {
        return call("/alds/Trade/TradeInfo", token, parameters).path("Error_Code").asInt();
    }

    private JsonNode call(String path, String token, Map<String, String> parameters) {
        var form = new LinkedHashMap<>(Map.of("timestamp", String.valueOf(theatre.now())));
        form.putAll(parameters);
        form.putIfAbsent("sign", Md5.ofParameters(theatre.app.secret(), form));
        var body = form.entrySet().stream()
            .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
        return Json.read(theatre.send(HttpRequest.newBuilder(theatre.address(path))
            .header("Authorization", "Bearer " + token).header("ApiVersion", "1")
            .POST(HttpRequest.BodyPublishers.ofString(body)).build()).body());
    }
}
