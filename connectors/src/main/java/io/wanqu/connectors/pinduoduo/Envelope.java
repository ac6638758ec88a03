package io.wanqu.connectors.pinduoduo;

import io.wanqu.connector.ConnectorException;
import io.wanqu.connectors.wire.Json;
import tools.jackson.databind.JsonNode;

/** What every answer comes in, and what its codes ask of us. The root of a success has a name of its own each time. */
record Envelope(int code, String subCode, String message, JsonNode result) {

    private static final String ERROR = "error_response";
    private static final String ROOT_END = "response";

    static Envelope of(String type, JsonNode answer) {
        if (answer.has(ERROR)) {
            var error = answer.path(ERROR);
            var words = Json.text(error, "sub_msg").isEmpty() ? Json.text(error, "error_msg") : Json.text(error, "sub_msg");
            return new Envelope(error.path("error_code").asInt(-1), Json.text(error, "sub_code"), words, error);
        }
        for (var each : answer.properties()) {
            if (each.getKey().endsWith(ROOT_END)) {
                return new Envelope(0, "", "", each.getValue());
            }
        }
        throw ConnectorException.unreachable("pinduoduo " + type + ": answer is not an envelope", null);
    }

    boolean ok() {
        return code == 0;
    }

    boolean tokenTrouble() {
        return Facts.CODES.token().contains(String.valueOf(code));
    }

    /** The channel's code as a person would look it up. */
    String fullCode() {
        return subCode.isEmpty() ? String.valueOf(code) : code + " " + subCode;
    }

    ConnectorException trouble() {
        return Facts.CODES.trouble(String.valueOf(code), fullCode(), message);
    }
}
