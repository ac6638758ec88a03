package io.wanqu.simulators;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Running simulators, HTTP towards them, and a merchant's address that listens. */
public final class Wire implements AutoCloseable {

    /** A callback as it arrived. */
    public record Arrival(Map<String, String> headers, String body) {
    }

    private final Simulators simulators = Simulators.start(0, Clock.systemUTC());
    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final String name;
    private final HttpServer postbox;
    private volatile int status = 200;
    private volatile String reply = "";

    public Wire(String name) {
        this.name = name;
        try {
            postbox = HttpServer.create(new InetSocketAddress(0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        postbox.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        postbox.createContext("/", exchange -> {
            try (exchange) {
                var headers = new LinkedHashMap<String, String>();
                exchange.getRequestHeaders().forEach((key, values) -> headers.put(key.toLowerCase(Locale.ROOT), values.getFirst()));
                var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                // Whoever sees the arrival may set the next answer at once, so this one is settled before.
                var bytes = reply.getBytes(UTF_8);
                var answered = status;
                arrivals.add(new Arrival(headers, body));
                exchange.sendResponseHeaders(answered, bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        postbox.start();
    }

    public void reply(int newStatus, String newReply) {
        status = newStatus;
        reply = newReply;
    }

    public String notifyUrl() {
        return "http://localhost:" + postbox.getAddress().getPort() + "/callback";
    }

    public URI address(String path) {
        return URI.create(simulators.address() + path);
    }

    public JsonNode pull(String path, String json) {
        var answer = send(HttpRequest.newBuilder(address("/control/" + name + path)).POST(BodyPublishers.ofString(json)).build());
        return answer.statusCode() == 200 ? Json.read(answer.body()) : Json.object().put("refused", answer.body());
    }

    public JsonNode look(String path) {
        return Json.read(send(HttpRequest.newBuilder(address("/control/" + name + path)).build()).body());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Arrival next() {
        try {
            var arrival = arrivals.poll(60, TimeUnit.SECONDS);
            if (arrival == null) {
                throw new AssertionError("no callback came");
            }
            return arrival;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public boolean isQuiet() {
        return arrivals.isEmpty();
    }

    @Override
    public void close() {
        postbox.stop(0);
        http.shutdownNow();
        simulators.close();
    }
}
