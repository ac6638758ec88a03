package io.wanqu.simulators.stripe;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** An account at the provider, and where it wants to be told. */
final class Merchant {

    private final String id;
    private final String secretKey;
    private final String webhookSecret;
    private volatile @Nullable URI webhook;

    Merchant(String id, String secretKey, String webhookSecret) {
        this.id = id;
        this.secretKey = secretKey;
        this.webhookSecret = webhookSecret;
    }

    String id() {
        return id;
    }

    String secretKey() {
        return secretKey;
    }

    String webhookSecret() {
        return webhookSecret;
    }

    @Nullable URI webhook() {
        return webhook;
    }

    void direct(URI to) {
        webhook = to;
    }
}
