package io.wanqu.connectors;

import com.sun.net.httpserver.HttpServer;
import io.wanqu.connector.PushAnswer;
import io.wanqu.connector.PushRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Both ends of the simulated stage: its controls, and an address where its pushes arrive. */
public final class Stage implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI controls;
    private final HttpServer postbox;
    private volatile Function<PushRequest, PushAnswer> receiver =
        _ -> new PushAnswer.Refused("nobody is there", new PushAnswer.Reply(503, "text/plain", ""));

    public Stage(URI controls) {
        this.controls = controls;
        postbox = listening();
        postbox.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        postbox.createContext("/", exchange -> {
            try (exchange) {
                var headers = new HashMap<String, String>();
                exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
                var reply = receiver.apply(new PushRequest(headers, query(exchange.getRequestURI().getRawQuery()),
                    exchange.getRequestBody().readAllBytes(), Instant.EPOCH)).reply();
                exchange.sendResponseHeaders(reply.status(), 0);
                exchange.getResponseBody().write(reply.body().getBytes(StandardCharsets.UTF_8));
            }
        });
        postbox.start();
    }

    private static HttpServer listening() {
        try {
            return HttpServer.create(new InetSocketAddress(0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> query(@Nullable String raw) {
        var query = new HashMap<String, String>();
        if (raw != null) {
            for (var pair : raw.split("&")) {
                var at = pair.indexOf('=');
                query.put(pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    public String postbox() {
        return "http://localhost:" + postbox.getAddress().getPort() + "/push";
    }

    public void deliverPushesTo(Function<PushRequest, PushAnswer> to) {
        receiver = to;
    }

    public JsonNode pull(String path, String json) {
        return answer(HttpRequest.newBuilder(URI.create(controls + path))
            .POST(HttpRequest.BodyPublishers.ofString(json)).build());
    }

    public JsonNode look(String path) {
        return answer(HttpRequest.newBuilder(URI.create(controls + path)).build());
    }

    private JsonNode answer(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        postbox.stop(0);
        http.shutdownNow();
    }
}
