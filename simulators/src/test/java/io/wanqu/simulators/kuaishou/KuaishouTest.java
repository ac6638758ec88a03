package io.wanqu.simulators.kuaishou;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.market.Theatre;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class KuaishouTest {

    private final Theatre theatre = new Theatre("kuaishou", 1000);

    @AfterEach
    void close() {
        theatre.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MD5", "HMAC_SHA256"})
    void takes_both_signatures(String method) {
        assertThat(call("open.item.get", item(), Map.of("signMethod", method)).path("result").asInt()).isEqualTo(1);
    }

    @Test
    void signs_like_the_platforms_demonstration() {
        var parameters = Map.of("access_token", "tok", "appkey", "ks123", "method", "open.item.get",
            "param", "{\"itemId\":\"30001\"}", "signMethod", "MD5", "timestamp", "1704038400000", "version", "1");

        assertThat(Signing.sign(parameters, "ksecret")).isEqualTo("333ed5a89c5facbe7dbb02405df89238");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sign", "param", "timestamp", "appkey", "method"})
    void refuses_a_call_whose_signed_part_was_changed(String name) {
        assertThat(call("open.item.get", item(), Map.of("!" + name, "1704038400000")).path("result").asInt())
            .isEqualTo(Gateway.BAD_SIGN);
    }

    @Test
    void refuses_tokens_that_are_unknown_or_have_ended() {
        assertThat(call("open.item.get", item(), Map.of("access_token", "x")).path("result").asInt()).isEqualTo(Gateway.BAD_TOKEN);
        theatre.pull("/token/expire", "{\"shopId\":\"%s\"}".formatted(theatre.shopId));
        assertThat(call("open.item.get", item(), Map.of()).path("result").asInt()).isEqualTo(Gateway.TOKEN_EXPIRED);
    }

    @Test
    void lists_every_order_once_by_cursor() {
        theatre.pull("/order", "{\"sku\":\"month\",\"count\":120}");
        var now = theatre.now() * 1000;
        var seen = new HashSet<Long>();
        var cursor = "";
        var pages = 0;
        while (!cursor.equals("nomore")) {
            var data = call("open.order.cursor.list", """
                {"orderViewStatus":1,"queryType":2,"sort":2,"beginTime":%d,"endTime":%d,"pageSize":50,"cursor":"%s"}"""
                .formatted(now - 3_600_000, now + 5000, cursor), Map.of()).path("data");
            data.path("orderList").forEach(order -> assertThat(seen.add(order.path("orderBaseInfo").path("oid").asLong())).isTrue());
            cursor = data.path("cursor").asString();
            pages++;
        }

        assertThat(seen).hasSize(120);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void refuses_a_window_of_more_than_a_week() {
        var now = theatre.now() * 1000;

        assertThat(call("open.order.cursor.list", """
            {"orderViewStatus":1,"queryType":2,"beginTime":%d,"endTime":%d,"pageSize":50,"cursor":""}"""
            .formatted(now - 8L * 24 * 3_600_000, now), Map.of()).path("result").asInt()).isEqualTo(2001);
    }

    @Test
    void takes_differences_of_stock_only() {
        var change = "{\"kwaiItemId\":%s,\"skuId\":%s,\"skuChangeStock\":%d,\"changeType\":%d}";

        assertThat(post("open.item.sku.stock.update", change.formatted(theatre.productId, theatre.skuId, 5, 1))).isEqualTo(1);
        assertThat(post("open.item.sku.stock.update", change.formatted(theatre.productId, theatre.skuId, 3, 2))).isEqualTo(1);
        assertThat(post("open.item.sku.stock.update", change.formatted(theatre.productId, theatre.skuId, 7, 3))).isEqualTo(21);
        assertThat(post("open.item.sku.stock.update", change.formatted(theatre.productId, theatre.skuId, 9000, 2))).isEqualTo(801003);

        assertThat(theatre.look("/stock?sku=month").path("stock").asLong()).isEqualTo(1002);
    }

    @Test
    void sends_tickets_only_with_the_orders_token() {
        var order = theatre.pull("/order", "{\"sku\":\"month\"}").path("orders").path(0).path("orderId").asString();

        assertThat(post("integration.callback.virtual.eticket.send",
            "{\"oid\":\"%s\",\"sendNum\":1,\"token\":\"guess\",\"etickets\":[{\"id\":\"1\",\"code\":\"A\"}]}".formatted(order)))
            .isEqualTo(901005);
        assertThat(theatre.look("/order?orderId=" + order).path("state").asString()).isEqualTo("PAID");
    }

    private String item() {
        return "{\"kwaiItemId\":%s}".formatted(theatre.productId);
    }

    private JsonNode call(String method, String param, Map<String, String> instead) {
        var address = URI.create(theatre.address("/" + method.replace('.', '/')) + "?" + form(method, param, instead));
        return Json.read(theatre.send(HttpRequest.newBuilder(address).build()).body());
    }

    private int post(String method, String param) {
        var request = HttpRequest.newBuilder(theatre.address("/" + method.replace('.', '/')))
            .POST(HttpRequest.BodyPublishers.ofString(form(method, param, Map.of())));
        return Json.read(theatre.send(request.build()).body()).path("result").asInt();
    }

    /** Names with an exclamation mark are replaced after signing. */
    private String form(String method, String param, Map<String, String> instead) {
        var form = new TreeMap<>(Map.of("appkey", theatre.app.key(), "method", method, "version", "1",
            "access_token", theatre.token, "signMethod", "MD5", "timestamp", String.valueOf(theatre.now() * 1000),
            "param", param));
        instead.entrySet().stream().filter(each -> !each.getKey().startsWith("!"))
            .forEach(each -> form.put(each.getKey(), each.getValue()));
        form.put("sign", Signing.sign(form, theatre.app.extra("signSecret")));
        instead.entrySet().stream().filter(each -> each.getKey().startsWith("!"))
            .forEach(each -> form.put(each.getKey().substring(1), each.getValue()));
        return form.entrySet().stream().map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    }
}
