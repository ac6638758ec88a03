package io.wanqu.simulators.wechatshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.market.Theatre;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WechatShopTest {

    private final Theatre theatre = new Theatre("wechatshop", 1000);

    @AfterEach
    void close() {
        theatre.close();
    }

    @Test
    void signs_like_the_platforms_sample() {
        assertThat(Sealing.sign("AAAAA", "1714036504", "1514711492")).isEqualTo("f464b24fc39322e44b38aa78f5edd27bd1441696");
    }

    @Test
    void gives_the_same_token_until_another_is_forced() {
        var first = token(false, theatre.app.secret());
        assertThat(first.path("access_token").asString()).isEqualTo(theatre.token);
        assertThat(token(false, theatre.app.secret()).path("access_token")).isEqualTo(first.path("access_token"));

        var forced = token(true, theatre.app.secret());

        assertThat(forced.path("access_token")).isNotEqualTo(first.path("access_token"));
        assertThat(ask("/channels/ec/order/get", theatre.token, "{\"order_id\":\"1\"}").path("errcode").asInt()).isEqualTo(40001);
        assertThat(token(false, "wrong").path("errcode").asInt()).isEqualTo(40125);
    }

    @Test
    void gives_another_token_by_force_twenty_times_a_day() {
        for (var time = 0; time < 20; time++) {
            assertThat(token(true, theatre.app.secret()).has("access_token")).isTrue();
        }

        assertThat(token(true, theatre.app.secret()).path("errcode").asInt()).isEqualTo(45009);
    }

    @Test
    void lists_every_order_once_and_keeps_its_keys_apart() {
        theatre.pull("/order", "{\"sku\":\"month\",\"count\":120}");
        var now = theatre.now();
        var seen = new HashSet<String>();
        var key = "";
        JsonNode page;
        do {
            page = ask("/channels/ec/order/list/get", theatre.token, list(now - 100, now + 5, key));
            page.path("order_id_list").forEach(id -> assertThat(seen.add(id.asString())).isTrue());
            key = page.path("next_key").asString("");
            if (page.path("has_more").asBoolean()) {
                assertThat(ask("/channels/ec/order/list/get", theatre.token, list(now - 99, now + 5, key)).path("errcode").asInt())
                    .isEqualTo(606006);
            }
        } while (page.path("has_more").asBoolean());

        assertThat(seen).hasSize(120);
    }

    @Test
    void ships_an_order_once_and_only_without_a_parcel() {
        var order = theatre.pull("/order", "{\"sku\":\"month\"}").path("orders").path(0).path("orderId").asString();
        var shipping = "{\"order_id\":\"%s\",\"delivery_list\":[{\"deliver_type\":%d,\"product_infos\":[{\"product_id\":\"%s\","
            + "\"sku_id\":\"%s\",\"product_cnt\":1}]}]}";
        var path = "/channels/ec/order/delivery/send";

        assertThat(ask(path, theatre.token, shipping.formatted(order, 1, theatre.productId, theatre.skuId)).path("errcode").asInt())
            .isEqualTo(40097);
        assertThat(ask(path, theatre.token, shipping.formatted(order, 3, theatre.productId, theatre.skuId)).path("errcode").asInt())
            .isZero();
        assertThat(ask(path, theatre.token, shipping.formatted(order, 3, theatre.productId, theatre.skuId)).path("errcode").asInt())
            .isEqualTo(100009);

        assertThat(theatre.look("/order?orderId=" + order).path("state").asString()).isEqualTo("SHIPPED");
    }

    @Test
    void leaves_a_product_as_a_draft_until_it_is_put_up() {
        var product = ask("/channels/ec/product/add", theatre.token,
            "{\"out_product_id\":\"p\",\"title\":\"月卡\",\"skus\":[{\"out_sku_id\":\"s\",\"sale_price\":990,\"stock_num\":1}]}")
            .path("data").path("product_id").asString();

        assertThat(read(product).has("product")).isFalse();
        assertThat(read(product).path("edit_product").path("status").asInt(-1)).isZero();
        ask("/channels/ec/product/listing", theatre.token, "{\"product_id\":\"%s\"}".formatted(product));

        assertThat(read(product).path("product").path("status").asInt()).isEqualTo(5);
    }

    private JsonNode read(String product) {
        return ask("/channels/ec/product/get", theatre.token, "{\"product_id\":\"%s\",\"data_type\":3}".formatted(product));
    }

    private static String list(long from, long until, String key) {
        return "{\"update_time_range\":{\"start_time\":%d,\"end_time\":%d},\"page_size\":50,\"next_key\":\"%s\"}"
            .formatted(from, until, key);
    }

    private JsonNode token(boolean byForce, String secret) {
        return ask("/cgi-bin/stable_token", "", """
            {"grant_type":"client_credential","appid":"%s","secret":"%s","force_refresh":%b}"""
            .formatted(theatre.app.key(), secret, byForce));
    }

    private JsonNode ask(String path, String token, String body) {
        return Json.read(theatre.send(HttpRequest.newBuilder(URI.create(theatre.address(path) + "?access_token=" + token))
            .POST(HttpRequest.BodyPublishers.ofString(body)).build()).body());
    }
}
