package io.wanqu.simulators.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;

/** A form-encoded body, whose names may look like {@code metadata[payment]}. */
record Form(Map<String, String> fields) {

    static Form of(String text) {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : text.split("&")) {
            var at = pair.indexOf('=');
            if (at > 0) {
                fields.put(URLDecoder.decode(pair.substring(0, at), UTF_8), URLDecoder.decode(pair.substring(at + 1), UTF_8));
            }
        }
        return new Form(fields);
    }

    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    /** -1 when it is missing or no number. */
    long number(String name) {
        try {
            return Long.parseLong(text(name));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    Map<String, String> metadata() {
        var found = new LinkedHashMap<String, String>();
        fields.forEach((name, value) -> {
            if (name.startsWith("metadata[") && name.endsWith("]")) {
                found.put(name.substring("metadata[".length(), name.length() - 1), value);
            }
        });
        return found;
    }
}
