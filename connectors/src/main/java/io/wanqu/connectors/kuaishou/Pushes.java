package io.wanqu.connectors.kuaishou;

import io.wanqu.connector.ChannelAccount.App;
import io.wanqu.connector.PushAnswer;
import io.wanqu.connector.PushAnswer.Accepted;
import io.wanqu.connector.PushAnswer.Refused;
import io.wanqu.connector.PushAnswer.Reply;
import io.wanqu.connector.PushNotice;
import io.wanqu.connector.PushRequest;
import io.wanqu.connectors.wire.Aes;
import io.wanqu.connectors.wire.Digests;
import io.wanqu.connectors.wire.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Believes what can be opened with the message secret and names our application. The seal carries no signature, so what
 * comes out must be readable to the last byte. A replay is known by the event's id.
 */
final class Pushes {

    private static final String JSON = "application/json";
    private static final Reply THANKS = new Reply(200, JSON, "{\"result\":1}");
    private static final Reply NO = new Reply(403, JSON, "{\"result\":0}");

    private final App app;
    private final Clock clock;

    Pushes(App app, Clock clock) {
        this.app = app;
        this.clock = clock;
    }

    PushAnswer receive(PushRequest request) {
        return request.query().containsKey("sign") ? sending(request) : message(request.text());
    }

    private PushAnswer message(String text) {
        var event = opened(text);
        if (event == null || !event.path("info").isString()) {
            return new Refused("cannot be opened", NO);
        }
        if (!Digests.same(app.key(), Json.text(event, "appKey"))) {
            return new Refused("meant for another application", NO);
        }
        var raw = Json.text(event, "info");
        var info = Json.readOrNull(raw);
        var id = Json.text(event, "eventId");
        if (info == null || id.isEmpty() || Json.text(event, "event").isEmpty()) {
            return new Refused("opened, but not an event", NO);
        }
        return new Accepted(List.of(new PushNotice(id, Json.text(event, "event"), order(info),
            Json.textOrNull(info, "sellerId"), raw)), THANKS);
    }

    private @Nullable JsonNode opened(String text) {
        var key = Aes.base64(app.more(Gateway.MESSAGE_SECRET).reveal());
        var sealed = Aes.base64(text);
        if (key == null || sealed == null) {
            return null;
        }
        var bytes = Aes.open(key, Aes.zeroStart(), "PKCS5Padding", sealed);
        var plain = bytes == null ? null : Aes.utf8(bytes);
        return plain == null ? null : Json.readOrNull(plain);
    }

    private static @Nullable String order(JsonNode info) {
        return Json.textOrNull(info, "oid");
    }

    /**
     * The platform asks us to send the tickets of an order; we name our order number and send them later. Unverified:
     * that this call is signed like ours, over its body as the parameter. One that is not is refused, and nothing is
     * lost by it, for the payment is told by a message and found by polling as well.
     */
    private PushAnswer sending(PushRequest request) {
        var query = request.query();
        var body = request.text();
        var signed = Map.of(
            "appkey", query.getOrDefault("appkey", ""),
            "method", query.getOrDefault("method", ""),
            "param", body,
            "signMethod", Signing.Method.HMAC_SHA256.name(),
            "timestamp", query.getOrDefault("timestamp", ""),
            "version", query.getOrDefault("version", ""));
        if (!app.key().equals(signed.get("appkey")) || !fresh(signed.getOrDefault("timestamp", ""))
            || !Digests.exactly(Signing.sign(signed, app.more(Gateway.SIGN_SECRET)), query.getOrDefault("sign", ""))) {
            return new Refused("signature differs", NO);
        }
        var info = Json.readOrNull(body);
        var order = info == null ? null : order(info);
        if (info == null || order == null || !info.has("num")) {
            return new Refused("genuine but asks for no tickets", NO);
        }
        var reply = Json.write(Map.of("result", Facts.OK, "data", Map.of("orderNo", order)));
        return new Accepted(List.of(new PushNotice("send-" + order, "send", order, Json.textOrNull(info, "sellerId"),
            "{\"oid\":\"" + order + "\"}")), new Reply(200, JSON, reply));
    }

    private boolean fresh(String timestamp) {
        return timestamp.matches("\\d{1,15}")
            && Duration.ofMillis(Math.abs(clock.millis() - Long.parseLong(timestamp))).compareTo(Facts.DRIFT) <= 0;
    }
}
