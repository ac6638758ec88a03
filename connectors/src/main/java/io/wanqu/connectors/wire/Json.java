package io.wanqu.connectors.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON without white space, keys sorted, absent members left out; written once, then signed and sent as it is. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .changeDefaultPropertyInclusion(include -> include
            .withValueInclusion(JsonInclude.Include.NON_NULL)
            .withContentInclusion(JsonInclude.Include.NON_NULL))
        .build();

    private Json() {
    }

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Throws {@link JacksonException} for what is not JSON. */
    public static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    /** Null for what is not JSON. */
    public static @Nullable JsonNode readOrNull(String text) {
        try {
            return read(text);
        } catch (JacksonException e) {
            return null;
        }
    }

    /** The member as text, whether it came as text or as a number; empty when absent. */
    public static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    public static @Nullable String textOrNull(JsonNode node, String name) {
        var text = text(node, name);
        return text.isEmpty() ? null : text;
    }
}
