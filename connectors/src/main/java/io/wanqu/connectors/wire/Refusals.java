package io.wanqu.connectors.wire;

import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Outcome;

/** Tells a refusal that stays from trouble that passes. */
public final class Refusals {

    private Refusals() {
    }

    public static Outcome refusedOrThrow(ConnectorException trouble) {
        throwIfPassing(trouble);
        return new Outcome.Refused(trouble.code(), String.valueOf(trouble.getMessage()));
    }

    public static void throwIfPassing(ConnectorException trouble) {
        if (trouble.retryable() || trouble.needsAuthorisation()) {
            throw trouble;
        }
    }
}
