package io.wanqu.connectors.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Names and values as a form or a query carries them. */
public final class Form {

    public static final String TYPE = "application/x-www-form-urlencoded;charset=UTF-8";

    private Form() {
    }

    public static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
            .map(each -> URLEncoder.encode(each.getKey(), UTF_8) + "=" + URLEncoder.encode(each.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    }

    /** Throws {@link IllegalArgumentException} for what is no form. */
    public static Map<String, String> decode(String text) {
        var parameters = new LinkedHashMap<String, String>();
        for (var pair : text.split("&")) {
            var at = pair.indexOf('=');
            if (at > 0) {
                parameters.put(URLDecoder.decode(pair.substring(0, at), UTF_8),
                    URLDecoder.decode(pair.substring(at + 1), UTF_8));
            }
        }
        return parameters;
    }
}
