package io.wanqu.simulators.doudian;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.Simulators;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A running simulator with one app, one shop and one SKU, and a seller's software reduced to its wire format. */
final class Stage implements AutoCloseable {

    private final Simulators simulators = Simulators.start(0, Clock.systemUTC());
    private final HttpClient http = HttpClient.newHttpClient();
    final String appKey;
    final String shopId;
    final String skuId;
    final String productId;
    private final App app;
    private String token;

    Stage(int stock) {
        var registered = pull("/app", "{}");
        appKey = registered.path("appKey").asString("");
        app = new App(appKey, registered.path("appSecret").asString(""));
        var shop = pull("/shop", "{\"appKey\":\"%s\"}".formatted(appKey));
        shopId = shop.path("shopId").asString("");
        token = shop.path("accessToken").asString("");
        var product = pull("/product",
            "{\"shopId\":\"%s\",\"skus\":[{\"code\":\"month\",\"priceFen\":990,\"stock\":%d}]}".formatted(shopId, stock));
        productId = product.path("productId").asString("");
        skuId = product.path("skus").path(0).path("skuId").asString("");
    }

    void token(String other) {
        token = other;
    }

    JsonNode pull(String path, String json) {
        return Json.read(raw(HttpRequest.newBuilder(URI.create(simulators.address() + "/control/doudian" + path))
            .POST(HttpRequest.BodyPublishers.ofString(json)).build()).body());
    }

    JsonNode look(String path) {
        return Json.read(raw(HttpRequest.newBuilder(
            URI.create(simulators.address() + "/control/doudian" + path)).build()).body());
    }

    JsonNode call(String method, String paramJson) {
        return Json.read(send(method, paramJson, Map.of()).body());
    }

    /** A signed call in which some parameters of the query are replaced after signing; an empty one is left out. */
    HttpResponse<String> send(String method, String paramJson, Map<String, String> instead) {
        var timestamp = instead.getOrDefault("timestamp", String.valueOf(Clock.systemUTC().instant().getEpochSecond()));
        var query = new LinkedHashMap<>(Map.of("app_key", appKey, "method", method, "v", "2", "timestamp", timestamp,
            "access_token", token, "sign_method", "hmac-sha256",
            "sign", Signing.call(app, method, paramJson, timestamp, "hmac-sha256")));
        query.putAll(instead);
        query.values().removeIf(String::isEmpty);
        return raw(HttpRequest.newBuilder(URI.create(simulators.address() + "/doudian/" + method.replace('.', '/') + "?"
                + query.entrySet().stream()
                    .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"))))
            .POST(HttpRequest.BodyPublishers.ofString(paramJson)).build());
    }

    private HttpResponse<String> raw(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        simulators.close();
    }
}
