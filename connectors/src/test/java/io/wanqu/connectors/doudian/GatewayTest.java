package io.wanqu.connectors.doudian;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.Secret;
import io.wanqu.connector.Tokens;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatewayTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile int status = 200;
    private volatile String retryAfter = "";
    private volatile String body = "{\"code\":10000,\"data\":{\"x\":1}}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestURI().getRawPath() + "?" + exchange.getRequestURI().getRawQuery() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                if (!retryAfter.isEmpty()) {
                    exchange.getResponseHeaders().set("Retry-After", retryAfter);
                }
                exchange.sendResponseHeaders(status, 0);
                exchange.getResponseBody().write(body.getBytes(UTF_8));
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sends_the_text_it_signed() {
        var data = gateway().data("order.searchList", Map.of("size", 10, "page", 0));

        assertThat(data.path("x").asInt(0)).isEqualTo(1);
        assertThat(asked).singleElement().satisfies(call -> assertThat(call)
            .startsWith("/order/searchList?")
            .endsWith(" {\"page\":0,\"size\":10}")
            .contains("sign=5c7636d18e422ef0caddad5f547b2115328b98ac6effc24c76a7be9629ce2b15")
            .contains("sign_method=hmac-sha256", "v=2", "timestamp=1704038400", "access_token=token%2B%2F"));
    }

    @Test
    void obeys_the_time_a_limit_names() {
        status = 429;
        retryAfter = "17";

        assertThatExceptionOfType(ConnectorException.class).isThrownBy(this::call)
            .satisfies(trouble -> assertThat(trouble.retryAfter()).contains(Duration.ofSeconds(17)));
    }

    @Test
    void may_repeat_what_a_broken_server_answered() {
        for (var answer : List.of("<html>", "", "{\"code\":", "[]", "null", "{\"msg\":\"ok\"}")) {
            body = answer;
            assertThatExceptionOfType(ConnectorException.class).isThrownBy(this::call)
                .matches(ConnectorException::retryable);
        }
        status = 502;
        assertThatExceptionOfType(ConnectorException.class).isThrownBy(this::call)
            .matches(ConnectorException::retryable);
    }

    @Test
    void gives_up_a_token_that_stays_bad_after_one_repeat() {
        body = "{\"code\":40003,\"sub_code\":\"isv.access-token-expired\"}";

        assertThatExceptionOfType(ConnectorException.class).isThrownBy(this::call)
            .matches(ConnectorException::needsAuthorisation);
        assertThat(asked).hasSize(2);
    }

    private void call() {
        gateway().data("order.searchList", Map.of());
    }

    private Gateway gateway() {
        var clock = Clock.fixed(Instant.ofEpochSecond(1704038400), ZoneOffset.UTC);
        return new Gateway(new ChannelAccount(
            URI.create("http://localhost:" + server.getAddress().getPort()),
            new ChannelAccount.App("3409409348479354011", Secret.of("2b0c5e9c-1111-2222-3333-444455556666")), "1",
            new RenewingTokens(), ChannelAccount.Host.of(clock, Duration.ofSeconds(1), Duration.ofSeconds(2))));
    }

    private static final class RenewingTokens implements Tokens {

        @Override
        public Pair current() {
            return pair("token+/");
        }

        @Override
        public Pair renew(Pair rejected, UnaryOperator<Pair> refresh) {
            return pair("another");
        }

        private static Pair pair(String access) {
            return new Pair(Secret.of(access), Secret.of("refresh"), null, null);
        }
    }
}
