package io.wanqu.simulators.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlsTest {

    private final Theatre theatre = new Theatre("taobao", 10);

    @AfterEach
    void close() {
        theatre.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"doudian", "taobao", "xianyu"})
    void are_the_same_for_every_marketplace(String kind) {
        try (var other = new Theatre(kind, 10)) {
            var order = other.pull("/order", "{\"sku\":\"month\",\"count\":3}").path("orders").path(0).path("orderId").asString("");
            other.pull("/refund", "{\"lineId\":\"%s\",\"step\":\"apply\"}".formatted(order));

            assertThat(other.look("/order?orderId=" + order).path("state").asString("")).isEqualTo("PAID");
            assertThat(other.look("/deliveries?lineId=" + order).path("afterSale").asString("")).isEqualTo("APPLIED");
            assertThat(other.look("/shop?shopId=" + other.shopId).path("ordersByStatus").path("PAID").asInt(0)).isEqualTo(3);
            assertThat(other.look("/stock?sku=month").path("stock").asInt(-1)).isEqualTo(7);
            assertThat(Long.parseLong(order)).isGreaterThan(1L << 53);
        }
    }

    @Test
    void decide_over_a_product_with_reasons() {
        theatre.pull("/listing/decide", "{\"productId\":\"%s\",\"status\":\"rejected\",\"reasons\":[\"标题含有违禁词\"]}"
            .formatted(theatre.productId));

        var listing = theatre.look("/listing?productId=" + theatre.productId);
        assertThat(listing.path("status").asString("")).isEqualTo("REJECTED");
        assertThat(listing.path("reasons").path(0).asString("")).isEqualTo("标题含有违禁词");
        assertThat(listing.path("skus").path(0).path("code").asString("")).isEqualTo("month");
    }

    @Test
    void say_another_status_than_the_true_one() {
        var order = theatre.pull("/order", "{\"sku\":\"month\"}").path("orders").path(0).path("orderId").asString("");

        theatre.pull("/order/status", "{\"orderId\":\"%s\",\"status\":777}".formatted(order));

        assertThat(theatre.look("/order?orderId=" + order).path("state").asString("")).isEqualTo("PAID");
    }

    @Test
    void register_what_else_a_maker_has() {
        var app = theatre.pull("/app", "{\"appKey\":\"k\",\"appSecret\":\"s\",\"extra\":{\"subscription\":\"false\"}}");

        assertThat(app.path("extra").path("subscription").asString("")).isEqualTo("false");
        assertThat(new App("k", "s", Map.of())).hasToString("App[k]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/never", "/order/pay", "/refund", "/token/expire"})
    void answer_a_mistake_with_a_sentence(String path) {
        var answer = theatre.send(HttpRequest.newBuilder(URI.create(
            theatre.address("").toString().replace("/taobao", "/control/taobao") + path))
            .POST(HttpRequest.BodyPublishers.ofString("{}")).build());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isNotEmpty();
    }
}
