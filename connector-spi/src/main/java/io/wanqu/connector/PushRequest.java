package io.wanqu.connector;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A message of a channel exactly as it arrived; the body is the bytes of the wire, because signatures cover those. */
public record PushRequest(Map<String, String> headers, Map<String, String> query, byte[] body, Instant receivedAt) {

    public PushRequest {
        var folded = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        folded.putAll(headers);
        headers = Collections.unmodifiableMap(folded);
        query = Map.copyOf(query);
        body = body.clone();
    }

    public @Nullable String header(String name) {
        return headers.get(name);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Bodies carry personal data, so only their length is shown. */
    @Override
    public String toString() {
        return "PushRequest[" + body.length + " bytes at " + receivedAt + "]";
    }
}
