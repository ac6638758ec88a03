package io.wanqu.bench.proof;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import io.wanqu.bench.drive.Http;

import tools.jackson.databind.JsonNode;

/**
 * A simulated Doudian shop that sells from the same pool: it has a hard quota of its own, sells what the server pushed, pushes
 * its orders, and loses, doubles and reorders some of these pushes on the way.
 */
final class Marketplace {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String KIND = "doudian";

    private final World world;
    private final String shop;
    private final String sku;
    private final int quota;

    private Marketplace(World world, String shop, String sku, int quota) {
        this.world = world;
        this.shop = shop;
        this.sku = sku;
        this.quota = quota;
    }

    static Marketplace connect(World world, Goods goods, int quota) throws IOException {
        var app = control(world, "/app", "{}");
        var appKey = app.get("appKey").asString();
        var account = control(world, "/shop", "{\"appKey\":\"" + appKey + "\"}");
        var shop = account.get("shopId").asString();
        var product = control(world, "/product", "{\"shopId\":\"" + shop + "\",\"skus\":[{\"code\":\"PROOF\",\"priceFen\":880,\"stock\":0}]}");
        var sku = product.at("/skus/0/skuId").asString();
        var channel = goods.shop().write("POST", "/api/v1/channels", """
                {"kind": "%s", "name": "proof", "baseUri": "%s/%s", "appKey": "%s", "appSecret": "%s", "externalShop": "%s",
                 "tokens": {"access": "%s", "refresh": "%s", "accessEndsAt": "%s"}}"""
                .formatted(KIND, address(world), KIND, appKey, app.get("appSecret").asString(), shop, account.get("accessToken").asString(),
                        account.get("refreshToken").asString(), Instant.ofEpochSecond(account.get("accessEndsAt").asLong())));
        goods.shop().write("PUT", "/api/v1/pools/" + goods.pool() + "/allocations/" + channel.field("id"), """
                {"mode": "HARD", "quota": %d, "floor": 0, "priority": 0, "percent": 100, "buffer": 0, "plus": 0, "minimum": 0,
                 "maximum": null, "delistAt": 0}""".formatted(quota));
        control(world, "/push", "{\"appKey\":\"" + appKey + "\",\"url\":\"" + world.server().address() + channel.field("pushPath")
                + "\",\"lose\":5,\"duplicate\":20,\"reorder\":20}");
        goods.shop().write("PUT", "/api/v1/channels/" + channel.field("id") + "/listings", "[{\"externalProduct\":\""
                + product.get("productId").asString() + "\",\"externalSku\":\"" + sku + "\",\"sku\":\"" + goods.sku() + "\"}]");
        await().atMost(SOON).until(() -> get(world, "/stock?sku=" + sku).get("stock").asInt() == quota);
        return new Marketplace(world, shop, sku, quota);
    }

    /** Buyers come at this rate and take all that the marketplace believes in. */
    void sell(int perSecond) throws IOException {
        control(world, "/buy", "{\"sku\":\"" + sku + "\",\"count\":" + quota + ",\"rate\":" + perSecond + ",\"patienceMillis\":60000}");
    }

    boolean delivered() throws IOException {
        return sight().get("codes").asInt() >= quota;
    }

    /** What the marketplace itself saw: orders, codes, and codes that it was given before. */
    JsonNode sight() throws IOException {
        return get(world, "/shop?shopId=" + shop);
    }

    int quota() {
        return quota;
    }

    private static JsonNode control(World world, String path, String body) throws IOException {
        try (var http = new Http(world.simulators().address())) {
            return http.post("/control/" + KIND + path, body).must().json();
        }
    }

    private static JsonNode get(World world, String path) throws IOException {
        try (var http = new Http(world.simulators().address())) {
            return http.get("/control/" + KIND + path).must().json();
        }
    }

    private static String address(World world) {
        return world.simulators().address().toString().replaceFirst("/$", "");
    }
}
