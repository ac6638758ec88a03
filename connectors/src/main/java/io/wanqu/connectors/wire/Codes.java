package io.wanqu.connectors.wire;

import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Outcome;
import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a platform's codes ask of us; a code that is in no set is a refusal, kept as it came.
 *
 * @param token another access token may help
 * @param grant only the shop's owner can help
 * @param limited we ask too often
 * @param ill the platform failed of itself
 */
public record Codes(Set<String> token, Set<String> grant, Set<String> limited, Set<String> ill, Duration limitedWait) {

    public Codes {
        token = Set.copyOf(token);
        grant = Set.copyOf(grant);
        limited = Set.copyOf(limited);
        ill = Set.copyOf(ill);
    }

    public boolean tokenTrouble(Envelope envelope) {
        return !envelope.ok() && token.contains(envelope.code());
    }

    public ConnectorException trouble(Envelope envelope) {
        return trouble(envelope.code(), envelope.code(), envelope.message());
    }

    /** Where the code that a person looks up is longer than the one that decides. */
    public ConnectorException trouble(String code, String fullCode, String message) {
        if (token.contains(code) || grant.contains(code)) {
            return ConnectorException.unauthorised(fullCode, message);
        }
        if (limited.contains(code)) {
            return ConnectorException.limited(fullCode, message, limitedWait);
        }
        return ill.contains(code) ? ConnectorException.failing(fullCode, message)
            : ConnectorException.refused(fullCode, message);
    }

    /** What was given; anything but success is an exception. */
    public JsonNode data(Envelope envelope) {
        if (!envelope.ok()) {
            throw trouble(envelope);
        }
        return envelope.data();
    }

    /** Done or refused; trouble that passes, or that an owner must end, is thrown. */
    public Outcome outcome(Envelope envelope) {
        if (envelope.ok()) {
            return new Outcome.Done();
        }
        throwIfPassing(envelope);
        return new Outcome.Refused(envelope.code(), envelope.message());
    }

    public void throwIfPassing(Envelope envelope) {
        Refusals.throwIfPassing(trouble(envelope));
    }
}
