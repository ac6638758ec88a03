package io.wanqu.connectors.agiso;

import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.ConnectorException.Remedy;
import io.wanqu.connectors.wire.Json;
import tools.jackson.databind.JsonNode;

/** What every answer comes in; its names begin with a capital in some answers and without in others. */
record Envelope(boolean ok, int code, String message, boolean mayRetry, JsonNode data) {

    static Envelope of(String path, JsonNode answer) {
        if (!member(answer, "IsSuccess").isBoolean()) {
            throw ConnectorException.unreachable("agiso " + path + ": answer is not an envelope", null);
        }
        return new Envelope(member(answer, "IsSuccess").asBoolean(false), member(answer, "Error_Code").asInt(0),
            member(answer, "Error_Msg").asString(""), member(answer, "AllowRetry").asBoolean(false),
            member(answer, "Data"));
    }

    private static JsonNode member(JsonNode answer, String name) {
        return answer.has(name) ? answer.path(name) : answer.path(Character.toLowerCase(name.charAt(0)) + name.substring(1));
    }

    /** The number for the one order that was asked about, where the answer tells of each by itself. */
    int codeOfOne() {
        var each = data.path("ErrorInfos").path(0);
        return each.path("ErrorCode").asInt(code);
    }

    boolean notFound() {
        return !ok && Facts.NOT_FOUND.stream().anyMatch(words -> message.contains(words)
            || Json.text(data.path("ErrorInfos").path(0), "ErrorMsg").contains(words));
    }

    ConnectorException trouble() {
        var full = code == codeOfOne() ? String.valueOf(code) : code + " " + codeOfOne();
        var trouble = Facts.CODES.trouble(String.valueOf(codeOfOne()), full, message);
        return mayRetry && trouble.remedy() == Remedy.LOOK ? ConnectorException.failing(full, message) : trouble;
    }
}
