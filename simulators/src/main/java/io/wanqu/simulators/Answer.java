package io.wanqu.simulators;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An HTTP answer, or the lack of one. */
public record Answer(int status, String contentType, Map<String, String> headers, String body) {

    static final int SILENCE = 0;

    public static Answer json(JsonNode node) {
        return new Answer(200, "application/json; charset=utf-8", Map.of(), node.toString());
    }

    public static Answer status(int status, String text) {
        return new Answer(status, "text/plain; charset=utf-8", Map.of(), text);
    }

    /** The connection ends without a word. */
    public static Answer silence() {
        return new Answer(SILENCE, "", Map.of(), "");
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
