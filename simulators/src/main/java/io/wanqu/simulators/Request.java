package io.wanqu.simulators;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An HTTP request, read to its end.
 *
 * @param target path and query as they stood in the request line, for platforms that sign them
 */
public record Request(String verb, String path, String target, Map<String, String> query, Map<String, String> headers, byte[] body) {

    static Request of(HttpExchange exchange, String prefix) throws IOException {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        var uri = exchange.getRequestURI();
        var target = uri.getRawPath().substring(prefix.length()) + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        return new Request(exchange.getRequestMethod(), uri.getPath().substring(prefix.length()), target,
            decode(uri.getRawQuery()), headers, exchange.getRequestBody().readAllBytes());
    }

    /** The body as a form. */
    public Map<String, String> form() {
        return decode(text());
    }

    private static Map<String, String> decode(@Nullable String raw) {
        var query = new LinkedHashMap<String, String>();
        if (raw == null || raw.isEmpty()) {
            return query;
        }
        for (var pair : raw.split("&")) {
            var at = pair.indexOf('=');
            var name = at < 0 ? pair : pair.substring(0, at);
            var value = at < 0 ? "" : pair.substring(at + 1);
            query.put(URLDecoder.decode(name, StandardCharsets.UTF_8),
                URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
        return query;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as JSON; an empty one is an empty object. */
    public JsonNode json() {
        return body.length == 0 ? Json.object() : Json.read(text());
    }

    public String parameter(String name) {
        return query.getOrDefault(name, "");
    }
}
