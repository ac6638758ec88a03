package io.wanqu.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import io.wanqu.kernel.Caller.Scope;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.WanquTest;
import tools.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WanquTest
class ChannelApiTest {

    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Api api;
    @Autowired
    private Market market;
    @Autowired
    private FairGround ground;

    @Test
    void connects_a_channel_and_sells_there() {
        var stall = market.stall(5);
        var token = api.token(stall.shop(), Scope.CHANNELS_WRITE);
        var there = Marketplace.SHARED.pull("/app", "{}");
        var shop = Marketplace.SHARED.pull("/shop", "{\"appKey\":\"%s\"}".formatted(there.path("appKey").asString()));
        var product = Marketplace.SHARED.pull("/product", "{\"shopId\":\"%s\",\"skus\":[{\"code\":\"api-%s\",\"priceFen\":880,\"stock\":9}]}"
                .formatted(shop.path("shopId").asString(), stall.sku()));
        var sku = product.path("skus").path(0).path("skuId").asString();

        var connected = api.post("/api/v1/channels", token, connectBody("doudian", there, shop));
        var path = "/api/v1/channels/" + connected.json().path("id").asString();
        var mapped = api.send("PUT", path + "/listings", token, "[{\"externalProduct\":\"%s\",\"externalSku\":\"%s\",\"sku\":\"%s\"}]"
                .formatted(product.path("productId").asString(), sku, stall.sku()));

        assertThat(connected.status()).as(connected.text()).isEqualTo(201);
        assertThat(connected.json().path("state").asString()).isEqualTo("on");
        assertThat(connected.text()).doesNotContain(there.path("appSecret").asString());
        assertThat(mapped.status()).as(mapped.text()).isEqualTo(204);
        await().atMost(Duration.ofSeconds(60)).until(() -> Marketplace.SHARED.stock(sku) == 5);
        await().atMost(Duration.ofSeconds(60)).until(() -> listing(path, token).path("told").path("acknowledged").asLong() == 5);
        assertThat(listing(path, token).path("now").path("quantity").asLong()).isEqualTo(5);
        assertThat(listing(path, token).path("now").path("steps").path(0).path("why").asString()).isEqualTo("SHARED");
        assertThat(api.get(path + "/alerts", token).json()).isEmpty();
        assertThat(api.get(path + "/write-backs", token).json()).isEmpty();
    }

    @Test
    void refuses_a_kind_it_does_not_know_and_names_those_it_does() {
        var stall = market.stall(0);
        var token = api.token(stall.shop(), Scope.CHANNELS_WRITE);
        var body = """
            {"kind":"bazaar","name":"Bazaar","baseUri":"https://bazaar.example","appKey":"k","appSecret":"s","externalShop":"1"}""";

        var answer = api.post("/api/v1/channels", token, body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("channel.unknown-kind");
        assertThat(answer.json().path("expected").toString()).contains("\"doudian\"").doesNotContain("bazaar");
        assertThat(api.get("/api/v1/channels", token).json()).isEmpty();
    }

    @Test
    void refuses_an_address_without_tls_that_is_not_this_machine() {
        var token = api.token(market.stall(0).shop(), Scope.CHANNELS_WRITE);
        var body = """
            {"kind":"doudian","name":"D","baseUri":"http://10.0.0.1/doudian","appKey":"k","appSecret":"s","externalShop":"1"}""";

        var answer = api.post("/api/v1/channels", token, body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("field").asString()).isEqualTo("/baseUri");
    }

    @Test
    void pauses_and_resumes_and_keeps_pushes_meanwhile() {
        var fair = ground.fair(1);
        var token = api.token(fair.stall().shop(), Scope.CHANNELS_WRITE);
        var path = "/api/v1/channels/" + fair.key().channel();

        assertThat(api.send("PUT", path + "/pause", token, null).json().path("state").asString()).isEqualTo("paused");
        var sale = fair.buyOne();
        await().atMost(Duration.ofSeconds(60)).until(() -> ground.count(fair, "inbox", "state = 'due'") == 2);
        assertThat(api.post(path + "/poll", token, "").code()).isEqualTo("channel.not-on");
        assertThat(ground.orderStates(fair)).isEmpty();
        assertThat(api.send("DELETE", path + "/pause", token, null).json().path("state").asString()).isEqualTo("on");

        await().atMost(Duration.ofSeconds(60)).until(() -> fair.marketplace().codes(sale.line()).size() == 1);
    }

    @Test
    void reads_what_was_sold_in_a_pause_as_soon_as_it_ends() {
        var fair = ground.fair(1);
        var token = api.token(fair.stall().shop(), Scope.CHANNELS_WRITE);
        var path = "/api/v1/channels/" + fair.key().channel();
        api.send("PUT", path + "/pause", token, null);
        await().atMost(Duration.ofSeconds(60)).until(() -> ground.count(fair, "channel", "polling_until is null") == 1);
        jdbc.sql("update channel.channel set poll_due_at = now() + interval '1 day' where channel_id = ?")
            .param(fair.key().channel().value()).update();

        api.send("DELETE", path + "/pause", token, null);

        await().atMost(Duration.ofSeconds(60)).until(() ->
                ground.count(fair, "channel", "poll_due_at < now() + interval '1 hour' and poll_due_at > now()") == 1);
    }

    @Test
    void shows_a_channel_to_its_own_shop_only_and_to_nobody_without_the_scope() {
        var fair = ground.fair(1);
        var path = "/api/v1/channels/" + fair.key().channel();
        var other = api.tokenForAll(market.stall(0).shop());

        assertThat(api.get(path, null).status()).isEqualTo(401);
        assertThat(api.get(path, api.tokenWithout(fair.stall().shop(), Scope.CHANNELS_WRITE)).status()).isEqualTo(403);
        assertThat(api.get(path, other).code()).isEqualTo("channel.unknown");
        assertThat(api.get(path + "/listings", other).code()).isEqualTo("channel.unknown");
        assertThat(api.send("PUT", path + "/pause", other, null).code()).isEqualTo("channel.unknown");
        assertThat(ground.state(fair)).isEqualTo("on");
        assertThat(api.get(path, api.token(fair.stall().shop(), Scope.CHANNELS_WRITE)).status()).isEqualTo(200);
    }

    @Test
    void refuses_to_list_the_sku_of_another_shop() {
        var fair = ground.fair(1);
        var token = api.token(fair.stall().shop(), Scope.CHANNELS_WRITE);

        var answer = api.send("PUT", "/api/v1/channels/" + fair.key().channel() + "/listings", token,
                "[{\"externalProduct\":\"1\",\"externalSku\":\"2\",\"sku\":\"%s\"}]".formatted(market.stall(0).sku()));

        assertThat(answer.code()).isEqualTo("channel.unknown-sku");
        assertThat(ground.count(fair, "listing", "true")).isEqualTo(1);
    }

    private JsonNode listing(String path, String token) {
        return api.get(path + "/listings", token).json().path("items").path(0);
    }

    private static String connectBody(String kind, JsonNode app, JsonNode shop) {
        return """
            {"kind":"%s","name":"Doudian","baseUri":"%s","appKey":"%s","appSecret":"%s","externalShop":"%s","code":"%s"}""".formatted(kind,
            Marketplace.SHARED.baseUri(), app.path("appKey").asString(), app.path("appSecret").asString(),
            shop.path("shopId").asString(), shop.path("code").asString());
    }
}
