package io.wanqu.connectors.doudian;

import io.wanqu.connector.Outcome;

/** Tells a refusal that stays from trouble that passes. */
final class Answers {

    private Answers() {
    }

    static Outcome refusedOrThrow(Envelope envelope) {
        var trouble = envelope.trouble();
        if (trouble.retryable() || trouble.needsAuthorisation()) {
            throw trouble;
        }
        return new Outcome.Refused(envelope.fullCode(), envelope.subMessage());
    }
}
