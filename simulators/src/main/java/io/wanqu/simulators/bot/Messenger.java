package io.wanqu.simulators.bot;

import io.wanqu.simulators.Answer;
import io.wanqu.simulators.Json;
import io.wanqu.simulators.Request;
import io.wanqu.simulators.Simulated;
import io.wanqu.simulators.SimulatorServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The messenger: {@code /bot/bot<token>/<method>} is its protocol, {@code /control/bot} lets a test type as a person, press a
 * button and read what a bot said.
 */
public final class Messenger implements Simulated {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Map<String, Webhook> webhooks = new ConcurrentHashMap<>();
    private final List<ObjectNode> said = new CopyOnWriteArrayList<>();
    private final AtomicLong updates = new AtomicLong(1);
    private final AtomicInteger refusals = new AtomicInteger();

    @Override
    public void mount(SimulatorServer server) {
        server.mount("/bot", this::protocol);
        server.mount("/control/bot", this::control);
    }

    private Answer protocol(Request request) {
        var parts = request.path().split("/");
        if (parts.length != 3 || !parts[1].startsWith("bot")) {
            return error(404, "Not Found");
        }
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return error(429, "Too Many Requests: retry after 1");
        }
        var token = parts[1].substring(3);
        return switch (parts[2]) {
            case "setWebhook" -> {
                webhooks.put(token, new Webhook(URI.create(request.json().path("url").asString("")), request.json().path("secret_token").asString("")));
                yield ok(Json.object());
            }
            case "sendMessage", "answerCallbackQuery" -> webhooks.containsKey(token) ? say(token, parts[2], request.json()) : error(401, "Unauthorized");
            default -> error(404, "Not Found");
        };
    }

    private Answer say(String token, String method, JsonNode body) {
        if (method.equals("sendMessage")) {
            if (!body.path("chat_id").isNumber() || body.path("text").asString("").isEmpty()) {
                return error(400, "Bad Request: message text is empty");
            }
            var message = Json.object().put("token", token).put("chat", body.path("chat_id").asLong()).put("text", body.path("text").asString());
            message.set("buttons", body.path("reply_markup").path("inline_keyboard"));
            said.add(message);
        }
        return ok(Json.object());
    }

    private Answer control(Request request) {
        var body = request.json();
        return switch (request.path()) {
            case "/type" -> update(body, typed(body));
            case "/press" -> update(body, pressed(body));
            case "/webhook" -> redirect(body);
            case "/refuse" -> {
                refusals.set(body.path("times").asInt(1));
                yield Answer.json(Json.object());
            }
            case "/said" -> {
                var list = Json.array();
                said.stream().filter(it -> it.path("chat").asString("").equals(request.parameter("chat"))).forEach(list::add);
                yield Answer.json(list);
            }
            default -> Answer.status(400, "no control " + request.path());
        };
    }

    /** The same address on another port of this machine, for a server that was not told its own. */
    private Answer redirect(JsonNode body) {
        var token = body.path("token").asString("");
        var old = webhooks.get(token);
        if (old == null) {
            return Answer.status(400, "no such bot");
        }
        var url = URI.create("http://localhost:" + body.path("port").asInt() + old.url.getPath());
        webhooks.put(token, new Webhook(url, old.secret));
        return Answer.json(Json.object().put("url", url.toString()));
    }

    private static ObjectNode typed(JsonNode body) {
        var message = Json.object().put("message_id", 1).put("text", body.path("text").asString("/start"));
        message.set("chat", Json.object().put("id", body.path("chat").asLong()));
        message.set("from", person(body));
        var update = Json.object();
        update.set("message", message);
        return update;
    }

    private static ObjectNode pressed(JsonNode body) {
        var message = Json.object().put("message_id", 2);
        message.set("chat", Json.object().put("id", body.path("chat").asLong()));
        var press = Json.object().put("id", "press-" + body.path("chat").asLong()).put("data", body.path("data").asString(""));
        press.set("from", person(body));
        press.set("message", message);
        var update = Json.object();
        update.set("callback_query", press);
        return update;
    }

    private static ObjectNode person(JsonNode body) {
        return Json.object().put("id", body.path("chat").asLong()).put("is_bot", false).put("language_code", body.path("language").asString("en"));
    }

    /** Tells it as often as asked, with the same number; with another secret where a forgery is wanted. */
    private Answer update(JsonNode body, ObjectNode update) {
        var webhook = webhooks.get(body.path("token").asString(""));
        if (webhook == null) {
            return Answer.status(400, "no such bot");
        }
        var id = body.has("update") ? body.path("update").asLong() : updates.getAndIncrement();
        update.put("update_id", id);
        var status = 0;
        for (var n = 0; n < body.path("copies").asInt(1); n++) {
            status = tell(webhook, update, body.has("secret") ? body.path("secret").asString("") : webhook.secret);
        }
        return Answer.json(Json.object().put("update", id).put("status", status));
    }

    private int tell(Webhook webhook, ObjectNode update, @Nullable String secret) {
        try {
            return client.send(HttpRequest.newBuilder(webhook.url).timeout(PATIENCE).header("Content-Type", "application/json")
                .header("X-Telegram-Bot-Api-Secret-Token", secret == null ? "" : secret)
                .POST(BodyPublishers.ofString(update.toString())).build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static Answer ok(JsonNode result) {
        var answer = Json.object().put("ok", true);
        answer.set("result", result);
        return Answer.json(answer);
    }

    private static Answer error(int status, String description) {
        return new Answer(status, "application/json", Map.of(),
            Json.object().put("ok", false).put("error_code", status).put("description", description).toString());
    }

    @Override
    public void close() {
        client.close();
    }

    /** Where a bot wants to be told, and what it wants to hear first. */
    private record Webhook(URI url, String secret) {

        @Override
        public String toString() {
            return "Webhook[" + url + "]";
        }
    }
}
