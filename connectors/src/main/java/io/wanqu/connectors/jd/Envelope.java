package io.wanqu.connectors.jd;

import io.wanqu.connector.ConnectorException;
import io.wanqu.connectors.wire.Json;
import tools.jackson.databind.JsonNode;

/** What every answer comes in, and what its codes ask of us. */
record Envelope(String code, String message, JsonNode result) {

    private static final String ERROR = "error_response";

    /** The older transport: a root of its own for each method, ending in one of two spellings. */
    static Envelope ofRouter(JsonNode answer, String root) {
        if (answer.has(ERROR)) {
            var error = answer.path(ERROR);
            return new Envelope(Json.text(error, "code"), Json.text(error, "zh_desc"), error);
        }
        var result = answer.has(root + "_response") ? answer.path(root + "_response") : answer.path(root + "_responce");
        if (!result.isObject()) {
            throw ConnectorException.unreachable("jd " + root + ": answer is not an envelope", null);
        }
        return new Envelope(Json.text(result, "code"), Json.text(result, "msg"), result);
    }

    /** The newer transport, which answers failures in either form. */
    static Envelope ofRest(JsonNode answer) {
        if (answer.has(ERROR)) {
            return ofRouter(answer, "");
        }
        return new Envelope(Json.text(answer, "code"), Json.text(answer, "msg"), answer.path(Facts.SP_RESULT));
    }

    boolean ok() {
        return Facts.OK_CODES.contains(code);
    }

    boolean tokenTrouble() {
        return Facts.CODES.token().contains(code);
    }

    ConnectorException trouble() {
        return Facts.CODES.trouble(code, code, message);
    }
}
