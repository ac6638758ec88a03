package io.wanqu.payment.paying;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

import io.wanqu.kernel.ShopId;
import io.wanqu.payment.rail.Method;

import org.jspecify.annotations.Nullable;

/**
 * A payment that was taken, or is about to be taken, to its provider.
 *
 * @param instruction null until the provider has answered
 * @param transaction the provider's number, once it is known
 * @param tries       how often it was looked after
 */
record Attempt(ShopId shop, long payment, String rail, Method method, Content content, @Nullable String transaction, Instant startedAt,
        Instant expiresAt, int tries) {

    /** What is sealed, so that a repeated call says exactly what the first one said. */
    record Content(String description, @Nullable String clientIp, @Nullable String payerId, @Nullable URI returnUrl,
            @Nullable Map<String, String> instruction) {

        Content with(Map<String, String> answered) {
            return new Content(description, clientIp, payerId, returnUrl, answered);
        }

        @Override
        public String toString() {
            return "Content[…]";
        }
    }
}
