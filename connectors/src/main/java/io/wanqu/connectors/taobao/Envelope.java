package io.wanqu.connectors.taobao;

import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Outcome;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What every answer comes in, and what its codes ask of us. */
record Envelope(int code, String subCode, String message, JsonNode body) {

    private static final int OK = 0;
    private static final int UPLOAD_FAILED = 3;
    private static final int LIMITED = 7;
    private static final int UNAVAILABLE = 10;
    private static final int NO_USER_PERMISSION = 12;
    private static final int NO_SESSION = 26;
    private static final int BAD_SESSION = 27;

    private static final String PLATFORM = "isp.";
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,6}) more seconds");

    /** Null when the answer is neither an error nor the method's own response. */
    static @Nullable Envelope of(String method, JsonNode answer) {
        var error = answer.path("error_response");
        if (error.isObject()) {
            var subMessage = error.path("sub_msg").asString("");
            return new Envelope(error.path("code").asInt(-1), error.path("sub_code").asString(""),
                subMessage.isEmpty() ? error.path("msg").asString("") : subMessage, error);
        }
        var body = answer.path(root(method));
        return body.isObject() ? new Envelope(OK, "", "", body) : null;
    }

    private static String root(String method) {
        return method.replaceFirst("^taobao\\.", "").replace('.', '_') + "_response";
    }

    boolean ok() {
        return code == OK;
    }

    /** The seller's session is the trouble, and another one may help. */
    boolean tokenTrouble() {
        return code == NO_SESSION || code == BAD_SESSION;
    }

    boolean notFound() {
        return Facts.NOT_FOUND.stream().anyMatch(subCode::startsWith);
    }

    /** The channel's code as a person would look it up. */
    String fullCode() {
        return subCode.isEmpty() ? String.valueOf(code) : code + " " + subCode;
    }

    ConnectorException trouble() {
        if (tokenTrouble() || code == NO_USER_PERMISSION) {
            return ConnectorException.unauthorised(fullCode(), message);
        }
        if (code == LIMITED) {
            return ConnectorException.limited(fullCode(), message, limit());
        }
        if (code == UPLOAD_FAILED || code == UNAVAILABLE || subCode.startsWith(PLATFORM)) {
            return ConnectorException.failing(fullCode(), message);
        }
        // Wrong parameters and signatures, refusals of the business, and whatever the platform may invent.
        return ConnectorException.refused(fullCode(), message);
    }

    private Duration limit() {
        var found = SECONDS.matcher(message);
        return found.find() ? Duration.ofSeconds(Long.parseLong(found.group(1))) : Facts.LIMITED_WAIT;
    }

    /** Trouble that passes is thrown; a refusal that stays is a value. */
    Outcome outcome() {
        if (ok()) {
            return new Outcome.Done();
        }
        throwIfPassing();
        return new Outcome.Refused(fullCode(), message);
    }

    void throwIfPassing() {
        var trouble = trouble();
        if (trouble.retryable() || trouble.needsAuthorisation()) {
            throw trouble;
        }
    }
}
