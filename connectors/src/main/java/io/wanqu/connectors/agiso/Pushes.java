package io.wanqu.connectors.agiso;

import io.wanqu.connector.ChannelAccount.App;
import io.wanqu.connector.PushAnswer;
import io.wanqu.connector.PushAnswer.Accepted;
import io.wanqu.connector.PushAnswer.Refused;
import io.wanqu.connector.PushAnswer.Reply;
import io.wanqu.connector.PushNotice;
import io.wanqu.connector.PushRequest;
import io.wanqu.connectors.wire.Digests;
import io.wanqu.connectors.wire.Form;
import io.wanqu.connectors.wire.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Believes a push only by its signature. That covers neither the marketplace nor what happened: both are hints, and
 * somebody who repeats a push under another one only makes us read the order once more.
 */
final class Pushes {

    private static final Reply THANKS = new Reply(200, "application/json", Facts.THANKS);
    private static final Reply NO = new Reply(403, "text/plain", "");

    private final App app;
    private final Service service;

    Pushes(App app, Service service) {
        this.app = app;
        this.service = service;
    }

    PushAnswer receive(PushRequest request) {
        var sign = request.query().get("sign");
        var timestamp = request.query().get("timestamp");
        var json = json(request);
        if (sign == null || timestamp == null || json == null) {
            return new Refused("no signed push", NO);
        }
        if (!Digests.same(Signing.push(app.secret(), json, timestamp), sign)) {
            return new Refused("signature differs", NO);
        }
        var data = Json.readOrNull(json);
        return data == null || !data.isObject() ? new Refused("genuine but not JSON", NO)
            : new Accepted(List.of(notice(request, data, json)), THANKS);
    }

    private static @Nullable String json(PushRequest request) {
        try {
            return Form.decode(request.text()).get("json");
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private PushNotice notice(PushRequest request, JsonNode data, String json) {
        var flags = request.query().getOrDefault("aopic", "");
        var platform = request.query().getOrDefault("fromPlatform", "");
        var order = first(data, Facts.ORDER_IN_PUSH);
        return new PushNotice(order + ":" + first(data, Facts.STATE_IN_PUSH) + ":" + flags,
            topic(Service.inPushes(platform).orElse(service), flags), order, null, json);
    }

    private static String topic(Service service, String flags) {
        return flags.matches("\\d{1,18}") ? service.topic(Long.parseLong(flags)) : service.path() + ":" + flags;
    }

    private static @Nullable String first(JsonNode data, List<String> names) {
        for (var name : names) {
            var text = Json.textOrNull(data, name);
            if (text != null) {
                return text;
            }
        }
        return null;
    }
}
