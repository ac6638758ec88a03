package io.wanqu.attacks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;

import io.wanqu.settlement.Purse;
import io.wanqu.testing.Api;
import io.wanqu.testing.Market;
import io.wanqu.testing.Market.Stall;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

/** Asks as an attacker asks: any method, any header, any body, and never for ever. */
@Component
class Target {

    static final Pattern CODE = Pattern.compile("[a-z]+\\.[a-z0-9-]+");

    private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Environment environment;
    private final Api api;
    private final Market market;
    private final Purse purse;

    Target(Environment environment, Api api, Market market, Purse purse) {
        this.environment = environment;
        this.api = api;
        this.market = market;
        this.purse = purse;
    }

    Stall stall() {
        return market.stall(5);
    }

    String owner(Stall stall) {
        return api.tokenForAll(stall.shop());
    }

    String operator() {
        return purse.operator();
    }

    /** The token that gets furthest at an endpoint. */
    String tokenFor(Endpoints.Endpoint endpoint, String owner, String operator) {
        return endpoint.path().contains("/operator/") ? operator : owner;
    }

    Answer send(String method, String path, @Nullable String token, @Nullable String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + environment.getProperty("local.server.port") + path))
                .timeout(PATIENCE)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .setHeader("Idempotency-Key", UUID.randomUUID().toString());
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        for (var i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            var began = System.nanoTime();
            var response = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
            var type = response.headers().firstValue("Content-Type").orElse("");
            try (var in = response.body()) {
                var text = type.startsWith("text/event-stream") ? "" : new String(in.readNBytes(2_000_000), StandardCharsets.UTF_8);
                return new Answer(response, text, (System.nanoTime() - began) / 1_000_000);
            }
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    record Answer(HttpResponse<?> response, String text, long millis) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String code() {
            return header("Content-Type").startsWith("application/problem+json") ? JSON.readTree(text).path("code").asString("") : "";
        }

        String field(String name) {
            return JSON.readTree(text).path(name).asString("");
        }

        /** A refusal that says in a stable word what was wrong; the server itself has not failed. */
        boolean isOrderly() {
            return status() < 400 || status() < 500 && CODE.matcher(code()).matches() || status() == 503 && CODE.matcher(code()).matches();
        }
    }
}
