package io.wanqu.web;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the HTTP side.
 *
 * @param requestsPerMinuteOfToken   how many requests a minute one token may make
 * @param requestsPerMinuteOfAddress the same for an address without a token
 * @param idempotencyKept            how long a first outcome is given again
 * @param idempotencyLease           after which time a request that never ended may be tried again with its key
 * @param bodyOfStrangersMax         the largest body without a token
 * @param jsonBodyMax                the largest body in JSON with one
 */
@ConfigurationProperties("wanqu.web")
record WebSettings(@DefaultValue("6000") int requestsPerMinuteOfToken, @DefaultValue("1200") int requestsPerMinuteOfAddress,
        @DefaultValue("24h") Duration idempotencyKept, @DefaultValue("2m") Duration idempotencyLease,
        @DefaultValue("1MB") DataSize bodyOfStrangersMax, @DefaultValue("16MB") DataSize jsonBodyMax) {
}
