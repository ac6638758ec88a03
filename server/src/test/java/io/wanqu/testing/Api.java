package io.wanqu.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.wanqu.identity.IssueToken;
import io.wanqu.kernel.Caller.Scope;
import io.wanqu.shop.Shop;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks HTTP with the server under test, as a stranger would. */
@Component
public class Api {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Environment environment;
    private final IssueToken issueToken;

    Api(Environment environment, IssueToken issueToken) {
        this.environment = environment;
        this.issueToken = issueToken;
    }

    public String token(Shop shop, Scope... scopes) {
        return issueToken.issue(shop.id(), "till", Set.copyOf(List.of(scopes)), null);
    }

    public String tokenForAll(Shop shop) {
        return token(shop, Scope.values());
    }

    public String tokenWithout(Shop shop, Scope scope) {
        return token(shop, EnumSet.complementOf(EnumSet.of(scope)).toArray(Scope[]::new));
    }

    public Answer get(String path, @Nullable String token, String... headers) {
        return send("GET", path, token, null, headers);
    }

    public Answer post(String path, @Nullable String token, String json, String... headers) {
        return send("POST", path, token, json, headers);
    }

    /** Posts a file as the body. */
    public Answer upload(String path, @Nullable String token, String type, byte[] file) {
        var request = HttpRequest.newBuilder(uri(path)).setHeader("Content-Type", type).setHeader("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(file));
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        return exchange(request.build());
    }

    /** What lies there, as it is. */
    public byte[] bytes(String path, String token) {
        try {
            return CLIENT.send(HttpRequest.newBuilder(uri(path)).setHeader("Authorization", "Bearer " + token).build(), BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Posts JSON without telling its length beforehand. */
    public Answer chunked(String path, String json) {
        return exchange(HttpRequest.newBuilder(uri(path)).setHeader("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))).build());
    }

    /** With a fresh idempotency key, unless the headers hold one. */
    public Answer send(String method, String path, @Nullable String token, @Nullable String json, String... headers) {
        var request = HttpRequest.newBuilder(uri(path))
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .setHeader("Idempotency-Key", UUID.randomUUID().toString());
        if (json != null) {
            request.setHeader("Content-Type", "application/json");
        }
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        for (var i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return exchange(request.build());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + environment.getProperty("local.server.port") + path);
    }

    private static Answer exchange(HttpRequest request) {
        try {
            return new Answer(CLIENT.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        public JsonNode json() {
            return MAPPER.readTree(response.body());
        }

        public String code() {
            return json().path("code").asString();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
