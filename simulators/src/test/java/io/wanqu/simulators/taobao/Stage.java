package io.wanqu.simulators.taobao;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.market.Theatre;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A running simulator, and a seller's software reduced to its wire format. */
final class Stage implements AutoCloseable {

    final Theatre theatre;
    private String token;

    Stage(int stock) {
        theatre = new Theatre("taobao", stock);
        token = theatre.token;
    }

    void token(String other) {
        token = other;
    }

    JsonNode pull(String path, String json) {
        return theatre.pull(path, json);
    }

    /** A signed call; some parameters are put in their place after signing. */
    JsonNode call(String method, Map<String, String> parameters, Map<String, String> instead) {
        var all = new HashMap<>(Map.of("method", method, "app_key", theatre.app.key(), "session", token, "format", "json",
            "v", "2.0", "sign_method", "hmac-sha256", "timestamp", Call.local(theatre.now())));
        all.putAll(parameters);
        all.put("sign", String.valueOf(Signing.sign(all, theatre.app.secret(), all.getOrDefault("sign_method", ""))));
        all.putAll(instead);
        var body = all.entrySet().stream().filter(each -> !each.getValue().isEmpty())
            .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
        return Json.read(theatre.send(HttpRequest.newBuilder(theatre.address("/router/rest"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)).build()).body());
    }

    JsonNode call(String method, Map<String, String> parameters) {
        return call(method, parameters, Map.of());
    }

    static int code(JsonNode answer) {
        return answer.path("error_response").path("code").asInt(0);
    }

    @Override
    public void close() {
        theatre.close();
    }
}
