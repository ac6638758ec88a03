package io.wanqu.simulators.xiaohongshu;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.market.App;
import io.wanqu.simulators.market.Theatre;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class XiaohongshuTest {

    private final Theatre theatre = new Theatre("xiaohongshu", 1000);

    @AfterEach
    void close() {
        theatre.close();
    }

    @Test
    void signs_like_the_published_rule() {
        assertThat(Signing.call(new App("xhsapp01", "xhssecret01", Map.of()), "order.getOrderList", "1612518379", "2.0"))
            .isEqualTo("6dbfc0e2986e647fa1a7a88c7574957b");
    }

    @Test
    void takes_a_call_whose_business_was_changed_and_none_whose_four_values_were() {
        var call = call("product.searchItemList", "{\"pageNo\":1,\"pageSize\":10,\"searchParam\":{}}");

        assertThat(send(call.deepCopy().put("pageSize", 11)).path("success").asBoolean()).isTrue();
        for (var name : new String[] {"method", "appId", "timestamp", "version", "sign"}) {
            var answer = send(call.deepCopy().put(name, "order.getOrderList"));
            assertThat(answer.path("error_code").asInt()).isEqualTo(-9010);
            assertThat(answer.path("success").asBoolean()).isFalse();
        }
    }

    @Test
    void refuses_tokens_that_are_unknown_or_have_ended() {
        var call = call("product.searchItemList", "{}");

        assertThat(send(call.deepCopy().put("accessToken", "x")).path("error_code").asInt()).isEqualTo(-9030);
        theatre.pull("/token/expire", "{\"shopId\":\"%s\"}".formatted(theatre.shopId));
        assertThat(send(call).path("error_code").asInt()).isEqualTo(-9030);
    }

    @Test
    void counts_pages_and_shows_the_newest_change_first() {
        theatre.pull("/order", "{\"sku\":\"month\",\"count\":25,\"spreadSeconds\":100}");
        var now = theatre.now();

        var data = list(now - 1000, now, 2);

        assertThat(data.path("total").asInt()).isEqualTo(25);
        assertThat(data.path("maxPageNo").asInt()).isEqualTo(3);
        var orders = data.path("orderList");
        assertThat(orders.size()).isEqualTo(10);
        assertThat(orders.path(0).path("updateTime").asLong()).isGreaterThan(orders.path(9).path("updateTime").asLong());
        assertThat(orders.path(0).path("updateTime").asLong()).isGreaterThan(now * 900);
    }

    @Test
    void refuses_windows_longer_than_half_an_hour_of_changes_or_a_day_of_orders() {
        var now = theatre.now();

        assertThat(list(now - 1801, now, 2).isMissingNode()).isTrue();
        assertThat(list(now - 1800, now, 2).path("total").isIntegralNumber()).isTrue();
        assertThat(list(now - 86_400, now, 1).path("total").isIntegralNumber()).isTrue();
        assertThat(list(now - 86_401, now, 1).isMissingNode()).isTrue();
    }

    @Test
    void answers_newer_calls_in_two_envelopes() {
        var answer = send(call("inventory.getSkuStockV2", "{\"skuId\":\"%s\"}".formatted(theatre.skuId)));

        assertThat(answer.path("error_code").asInt(-1)).isZero();
        assertThat(answer.path("data").path("code").asInt(-1)).isZero();
        assertThat(answer.path("data").path("data").path("skuStockInfo").path("available").asInt()).isEqualTo(1000);
    }

    private JsonNode list(long from, long until, int type) {
        return send(call("order.getOrderList",
            "{\"startTime\":%d,\"endTime\":%d,\"timeType\":%d,\"pageNo\":1,\"pageSize\":10}".formatted(from, until, type)))
            .path("data");
    }

    private ObjectNode call(String method, String parameters) {
        var timestamp = String.valueOf(theatre.now());
        return ((ObjectNode) Json.read(parameters)).put("method", method).put("appId", theatre.app.key())
            .put("timestamp", timestamp).put("version", "2.0").put("accessToken", theatre.token)
            .put("sign", Signing.call(theatre.app, method, timestamp, "2.0"));
    }

    private JsonNode send(JsonNode body) {
        return Json.read(theatre.send(HttpRequest.newBuilder(theatre.address("/ark/open_api/v3/common_controller"))
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())).build()).body());
    }
}
