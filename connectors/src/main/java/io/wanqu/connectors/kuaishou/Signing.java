package io.wanqu.connectors.kuaishou;

import io.wanqu.connector.Secret;
import io.wanqu.connectors.wire.Digests;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Kuaishou's signature over names and values as they are before encoding; the signing secret is one of its own. */
final class Signing {

    /** Both are taken by the platform; the second is the stronger. */
    enum Method {
        MD5, HMAC_SHA256
    }

    private Signing() {
    }

    static String sign(Map<String, String> parameters, Secret signSecret) {
        var secret = signSecret.reveal();
        var text = new TreeMap<>(parameters).entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining("&", "", "&signSecret=" + secret));
        return switch (Method.valueOf(parameters.getOrDefault("signMethod", ""))) {
            case MD5 -> Digests.md5(text);
            case HMAC_SHA256 -> Base64.getEncoder().encodeToString(Digests.hmac("HmacSHA256", secret, text));
        };
    }
}
