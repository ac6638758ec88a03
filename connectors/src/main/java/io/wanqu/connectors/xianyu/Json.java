package io.wanqu.connectors.xianyu;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes JSON. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {
    }

    /** Null for what is not JSON; the parser's words may quote the text, so they are not passed on. */
    static @Nullable JsonNode read(String text) {
        try {
            var node = MAPPER.readTree(text);
            return node.isMissingNode() ? null : node;
        } catch (JacksonException e) {
            return null;
        }
    }

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static @Nullable String textOrNull(JsonNode node, String name) {
        var text = node.path(name).asString("");
        return text.isEmpty() ? null : text;
    }
}
