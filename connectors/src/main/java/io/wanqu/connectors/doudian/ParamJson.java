package io.wanqu.connectors.doudian;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The canonical text of a call's parameters: keys sorted at every depth, no white space, no null members. */
final class ParamJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .changeDefaultPropertyInclusion(include -> include
            .withValueInclusion(JsonInclude.Include.NON_NULL)
            .withContentInclusion(JsonInclude.Include.NON_NULL))
        .build();

    private ParamJson() {
    }

    /** Written once; the same text is signed and sent. */
    static String write(Map<String, ?> parameters) {
        return MAPPER.writeValueAsString(parameters);
    }

    /** Throws {@link JacksonException} for what is not JSON. */
    static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }
}
