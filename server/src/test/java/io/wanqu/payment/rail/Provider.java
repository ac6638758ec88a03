package io.wanqu.payment.rail;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;

import io.wanqu.simulators.Simulators;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A simulated provider in this process, and the strings behind its stage. */
public final class Provider implements AutoCloseable {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Simulators simulators = Simulators.start(0, Clock.systemUTC());
    private final String name;

    public Provider(String name) {
        this.name = name;
    }

    public URI address(String path) {
        return URI.create(simulators.address() + path);
    }

    public JsonNode pull(String path, String json) {
        return exchange(HttpRequest.newBuilder(control(path)).POST(BodyPublishers.ofString(json)).build());
    }

    public JsonNode look(String path) {
        return exchange(HttpRequest.newBuilder(control(path)).build());
    }

    private URI control(String path) {
        return address("/control/" + name + path);
    }

    private static JsonNode exchange(HttpRequest request) {
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.body());
            }
            return MAPPER.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        simulators.close();
    }
}
