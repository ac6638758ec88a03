package io.wanqu.connectors.wire;

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
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ExchangeTest {

    private final Exchange exchange = new Exchange("shop",
        ChannelAccount.Host.of(Clock.systemUTC(), Duration.ofSeconds(30), Duration.ofSeconds(60)), Duration.ofSeconds(3));
    private HttpServer server;
    private volatile int status = 200;
    private volatile String retryAfter = "";
    private volatile String body = "{\"x\":1}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(0), 0);
        server.createContext("/", asked -> {
            try (asked) {
                if (!retryAfter.isEmpty()) {
                    asked.getResponseHeaders().set("Retry-After", retryAfter);
                }
                asked.sendResponseHeaders(status, 0);
                asked.getResponseBody().write(body.getBytes(UTF_8));
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        exchange.host().http().shutdownNow();
    }

    @Test
    void gives_back_the_object_that_was_answered() {
        assertThat(ask().path("x").asInt(0)).isEqualTo(1);
    }

    @Test
    void obeys_the_time_a_limit_names_and_waits_its_own_where_none_is_named() {
        status = 429;
        assertThatExceptionOfType(ConnectorException.class).isThrownBy(this::ask)
            .satisfies(trouble -> assertThat(trouble.retryAfter()).contains(Duration.ofSeconds(3)));
        retryAfter = "17";

        assertThatExceptionOfType(ConnectorException.class).isThrownBy(this::ask)
            .satisfies(trouble -> assertThat(trouble.retryAfter()).contains(Duration.ofSeconds(17)));
    }

    @Test
    void may_repeat_what_a_broken_server_answered_and_quotes_none_of_it() {
        for (var answer : List.of("<html>geheim", "", "{\"code\":", "[]", "null", "1")) {
            body = answer;
            assertThatExceptionOfType(ConnectorException.class).isThrownBy(this::ask)
                .matches(ConnectorException::retryable)
                .satisfies(trouble -> assertThat(trouble.toString()).doesNotContain("geheim"));
        }
        status = 502;
        assertThatExceptionOfType(ConnectorException.class).isThrownBy(this::ask)
            .matches(ConnectorException::retryable);
    }

    @Test
    void names_no_address_when_nobody_answers() {
        server.stop(0);

        assertThatExceptionOfType(ConnectorException.class).isThrownBy(this::ask)
            .matches(ConnectorException::retryable)
            .satisfies(trouble -> assertThat(trouble.toString()).doesNotContain("token=t"))
            .withNoCause();
    }

    @Test
    void repeats_once_with_another_token_and_never_again() {
        var sent = new ArrayList<String>();
        var renewal = new Renewal(new RenewingTokens("second"), pair -> pair);

        var answer = renewal.call(token -> {
            sent.add(token.reveal());
            return "bad";
        }, "bad"::equals);

        assertThat(answer).isEqualTo("bad");
        assertThat(sent).containsExactly("first", "second");
    }

    @Test
    void repeats_nothing_when_the_host_has_no_other_token() {
        var sent = new ArrayList<String>();
        var renewal = new Renewal(new RenewingTokens("first"), pair -> pair);

        renewal.call(token -> sent.add(token.reveal()), _ -> true);

        assertThat(sent).containsExactly("first");
    }

    private JsonNode ask() {
        return exchange.ask("thing", HttpRequest.newBuilder(
            URI.create("http://localhost:" + server.getAddress().getPort() + "/?token=t")).GET());
    }

    private record RenewingTokens(String next) implements Tokens {

        @Override
        public Pair current() {
            return pair("first");
        }

        @Override
        public Pair renew(Pair rejected, UnaryOperator<Pair> refresh) {
            return pair(next);
        }

        private static Pair pair(String access) {
            return new Pair(Secret.of(access), Secret.of("refresh"), null, null);
        }
    }
}
