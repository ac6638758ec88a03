package io.wanqu.simulators.pinduoduo;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.Md5;
import io.wanqu.simulators.market.Theatre;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A seller's software reduced to its wire format. */
record Caller(Theatre theatre) {

    /** A signed call; what is given replaces what would be sent, a signature even after signing. */
    JsonNode call(String type, Map<String, String> parameters) {
        var form = new LinkedHashMap<>(Map.of("type", type, "client_id", theatre.app.key(), "access_token", theatre.token,
            "timestamp", String.valueOf(theatre.now()), "data_type", "JSON"));
        form.putAll(parameters);
        form.putIfAbsent("sign", Md5.ofParameters(theatre.app.secret(), form));
        var body = form.entrySet().stream()
            .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
        return Json.read(theatre.send(HttpRequest.newBuilder(theatre.address("/api/router"))
            .POST(HttpRequest.BodyPublishers.ofString(body)).build()).body());
    }

    int code(String type, Map<String, String> parameters) {
        return call(type, parameters).path("error_response").path("error_code").asInt(0);
    }
}
