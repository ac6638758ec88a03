package io.wanqu.simulators.xianyu;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wanqu.simulators.Answer;
import io.wanqu.simulators.Json;
import io.wanqu.simulators.Request;
import io.wanqu.simulators.market.App;
import io.wanqu.simulators.market.Market;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The platform as a buyer: it calls suppliers by the supply standard, and suppliers call back. */
final class Buying implements AutoCloseable {

    static final String CALLBACKS = "/api/open/callback/virtual/";

    private final Market market;
    private final List<ObjectNode> notices = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    Buying(Market market) {
        this.market = market;
    }

    /** Calls the supplier as the platform would, and tells what was answered. */
    JsonNode call(App app, JsonNode wish) {
        var body = wish.path("body").isMissingNode() ? new byte[0] : wish.path("body").toString().getBytes(UTF_8);
        var timestamp = String.valueOf(market.clock().seconds() + wish.path("offSeconds").asLong(0));
        var signer = wish.path("forged").asBoolean(false) ? new App(app.key(), "", Map.of()) : app;
        var request = HttpRequest.newBuilder(URI.create(wish.path("url").asString("") + wish.path("path").asString("")
                + "?mch_id=" + app.extra(Signing.MCH_ID) + "&timestamp=" + timestamp
                + "&sign=" + Signing.supply(signer, body, timestamp)))
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
        try {
            var answer = http.send(request, BodyHandlers.ofString(UTF_8));
            return Json.object().put("status", answer.statusCode()).put("body", answer.body());
        } catch (IOException e) {
            throw new IllegalArgumentException("the supplier did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalArgumentException("interrupted", e);
        }
    }

    /** A supplier's callback; a wrong signature is told and remembered. */
    Answer hear(Request request) {
        var genuine = market.apps().stream().anyMatch(app -> app.extra(Signing.MCH_ID).equals(request.parameter("mch_id"))
            && Signing.same(Signing.supply(app, request.body(), request.parameter("timestamp")), request.parameter("sign")));
        if (!genuine) {
            return Gateway.envelope(Refusal.SIGNATURE, "signature differs", Json.object());
        }
        var notice = Json.object().put("path", request.path().substring(CALLBACKS.length()));
        notice.set("body", request.json());
        notices.add(notice);
        return Gateway.envelope(0, "OK", Json.object());
    }

    JsonNode notices() {
        var answer = Json.object();
        notices.forEach(answer.putArray("notices")::add);
        return answer;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
