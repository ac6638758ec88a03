package io.wanqu.channel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import io.wanqu.simulators.Simulators;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A marketplace that runs in this process, and the hands on its controls. */
public final class Marketplace {

    /** The one that most tests share; a test that breaks a whole marketplace opens its own. */
    public static final Marketplace SHARED = open();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Simulators simulators;

    private Marketplace(Simulators simulators) {
        this.simulators = simulators;
    }

    public static Marketplace open() {
        return new Marketplace(Simulators.start(0, Clock.systemUTC()));
    }

    public void close() {
        simulators.close();
    }

    String baseUri() {
        return simulators.address() + "/doudian";
    }

    public JsonNode pull(String path, String json) {
        return answer(HttpRequest.newBuilder(controls(path)).POST(HttpRequest.BodyPublishers.ofString(json)).build());
    }

    public JsonNode look(String path) {
        return answer(HttpRequest.newBuilder(controls(path)).build());
    }

    List<String> codes(String line) {
        var numbers = new ArrayList<String>();
        look("/deliveries?lineId=" + line).path("codes").forEach(code -> numbers.add(code.path("number").asString()));
        return numbers;
    }

    long stock(String sku) {
        return look("/stock?sku=" + sku).path("stock").asLong();
    }

    void outage(boolean on) {
        pull("/platform", "{\"outage\":%b}".formatted(on));
    }

    private URI controls(String path) {
        return URI.create(simulators.address() + "/control/doudian" + path);
    }

    private JsonNode answer(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
