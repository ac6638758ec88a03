package io.wanqu.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretTest {

    private static final String CANARY = "canary-4711";

    @Test
    void shows_nothing_whatever_it_lies_in() {
        var secret = Secret.of(CANARY);
        var code = new Delivery.Code(CANARY, secret, "card-1");
        var account = new ChannelAccount(URI.create("http://localhost"), new ChannelAccount.App("key", secret), "1",
            Tokens.none(), ChannelAccount.Host.of(Clock.systemUTC(), Duration.ofSeconds(1), Duration.ofSeconds(1)));

        for (var holder : List.of(secret, code, account,
            new Delivery("o", "l", "s", List.of(code), Instant.EPOCH),
            new Tokens.Pair(secret, secret, null, null),
            new PushRequest(Map.of(), Map.of(), CANARY.getBytes(StandardCharsets.UTF_8), Instant.EPOCH),
            new PushNotice("m", "t", null, null, CANARY))) {
            assertThat(holder.toString()).doesNotContain(CANARY);
        }
    }

    @Test
    void equals_a_secret_of_the_same_text_only() {
        assertThat(Secret.of("a")).isEqualTo(Secret.of("a")).hasSameHashCodeAs(Secret.of("a"));
        assertThat(Secret.of("a")).isNotEqualTo(Secret.of("b")).isNotEqualTo("a");
    }
}
