package io.wanqu.connectors.xianyu;

import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Outcome;
import tools.jackson.databind.JsonNode;

/** What every answer comes in, and what its codes ask of us. */
record Envelope(int code, String message, JsonNode data) {

    static Envelope of(JsonNode answer) {
        return new Envelope(answer.path("code").asInt(-1), answer.path("msg").asString(""), answer.path("data"));
    }

    boolean ok() {
        return code == Facts.OK;
    }

    boolean notFound() {
        return code == Facts.NOT_FOUND;
    }

    ConnectorException trouble() {
        var text = String.valueOf(code);
        if (code == Facts.TOO_MANY) {
            return ConnectorException.limited(text, message, Facts.LIMITED_WAIT);
        }
        if (code >= Facts.FAILING_FROM && code <= Facts.FAILING_UNTIL) {
            return ConnectorException.failing(text, message);
        }
        // Wrong signatures and parameters, refusals of the business, and whatever the platform may invent.
        return ConnectorException.refused(text, message);
    }

    void throwIfPassing() {
        var trouble = trouble();
        if (trouble.retryable()) {
            throw trouble;
        }
    }

    /** Trouble that passes is thrown; a refusal that stays is a value. */
    Outcome outcome() {
        if (ok()) {
            return new Outcome.Done();
        }
        throwIfPassing();
        return new Outcome.Refused(String.valueOf(code), message);
    }
}
