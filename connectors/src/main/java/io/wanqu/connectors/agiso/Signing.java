package io.wanqu.connectors.agiso;

import io.wanqu.connector.Secret;
import io.wanqu.connectors.wire.Digests;
import java.util.Map;

/** The gateway's signatures: of our calls, of its pushes, and of asking for a token. */
final class Signing {

    private Signing() {
    }

    static String call(Secret secret, Map<String, String> parameters) {
        return wrapped(secret, Digests.joined(parameters));
    }

    /** The text of the one field exactly as it came, then the time from the address. Nothing else is signed. */
    static String push(Secret secret, String json, String timestamp) {
        return wrapped(secret, "json" + json + "timestamp" + timestamp);
    }

    private static String wrapped(Secret secret, String text) {
        return Digests.md5(secret.reveal() + text + secret.reveal());
    }
}
