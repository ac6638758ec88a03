package io.wanqu.connectors.jd;

import io.wanqu.connector.Secret;
import io.wanqu.connectors.wire.Digests;
import java.util.Map;
import java.util.TreeMap;

/** JD's signature: everything that is sent, sorted, between two secrets. */
final class Signing {

    private static final String BODY = "body";
    private static final String EMPTY_BODY = "{}";

    private Signing() {
    }

    static String sign(Secret secret, Map<String, String> parameters) {
        return Digests.upper(Digests.md5(secret.reveal() + Digests.joined(parameters) + secret.reveal()));
    }

    /** Headers and parameters are signed as one; the body counts as one more unless there is nothing in it. */
    static String signRest(Secret secret, Map<String, String> headers, Map<String, String> parameters, String body) {
        var all = new TreeMap<>(headers);
        all.putAll(parameters);
        if (!body.isEmpty() && !body.equals(EMPTY_BODY)) {
            all.put(BODY, body);
        }
        return sign(secret, all);
    }
}
