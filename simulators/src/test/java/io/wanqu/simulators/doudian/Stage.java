package io.wanqu.simulators.doudian;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.market.Theatre;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A running simulator, and a seller's software reduced to its wire format. */
final class Stage implements AutoCloseable {

    private final Theatre theatre;
    final String appKey;
    final String shopId;
    final String skuId;
    final String productId;
    private String token;

    Stage(int stock) {
        theatre = new Theatre("doudian", stock);
        appKey = theatre.app.key();
        shopId = theatre.shopId;
        skuId = theatre.skuId;
        productId = theatre.productId;
        token = theatre.token;
    }

    void token(String other) {
        token = other;
    }

    long now() {
        return theatre.now();
    }

    JsonNode pull(String path, String json) {
        return theatre.pull(path, json);
    }

    JsonNode look(String path) {
        return theatre.look(path);
    }

    JsonNode call(String method, String paramJson) {
        return Json.read(send(method, paramJson, Map.of()).body());
    }

    /** A signed call in which some parameters of the query are replaced after signing; an empty one is left out. */
    HttpResponse<String> send(String method, String paramJson, Map<String, String> instead) {
        var timestamp = instead.getOrDefault("timestamp", String.valueOf(theatre.now()));
        var query = new LinkedHashMap<>(Map.of("app_key", appKey, "method", method, "v", "2", "timestamp", timestamp,
            "access_token", token, "sign_method", "hmac-sha256",
            "sign", Signing.call(theatre.app, method, paramJson, timestamp, "hmac-sha256")));
        query.putAll(instead);
        query.values().removeIf(String::isEmpty);
        return theatre.send(HttpRequest.newBuilder(URI.create(theatre.address("/" + method.replace('.', '/')) + "?"
                + query.entrySet().stream()
                    .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"))))
            .POST(HttpRequest.BodyPublishers.ofString(paramJson)).build());
    }

    @Override
    public void close() {
        theatre.close();
    }
}
