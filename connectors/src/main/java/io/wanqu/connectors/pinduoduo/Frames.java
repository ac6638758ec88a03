package io.wanqu.connectors.pinduoduo;

import io.wanqu.connector.PushNotice;
import io.wanqu.connectors.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The texts that travel over the connection, in both directions. */
final class Frames {

    private Frames() {
    }

    /** Empty for whatever tells nothing, such as the echo of a heartbeat. */
    static Optional<PushNotice> notice(String text) {
        var frame = Json.readOrNull(text);
        if (frame == null || !frame.path("message").isObject()) {
            return Optional.empty();
        }
        var message = frame.path("message");
        return Optional.of(new PushNotice(Json.text(frame, "id"), Json.text(message, "type"),
            order(Json.readOrNull(Json.text(message, "content"))), Json.textOrNull(message, "mallID"), text));
    }

    private static @Nullable String order(@Nullable JsonNode content) {
        for (var name : Facts.ORDER_IN_MESSAGE) {
            var number = content == null ? null : Json.textOrNull(content, name);
            if (number != null) {
                return number;
            }
        }
        return null;
    }

    static String heartbeat(long millis) {
        return Json.write(Map.of("commandType", "HeartBeat", "time", millis));
    }

    /** Says that the message is stored; what it is about is repeated from the message itself. */
    static String acknowledgement(PushNotice notice, long millis) {
        var frame = Json.read(notice.raw());
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", frame.path("id"));
        answer.put("commandType", "Ack");
        answer.put("type", notice.topic());
        answer.put("sendTime", frame.path("sendTime"));
        answer.put("mallID", frame.path("message").path("mallID"));
        answer.put("time", millis);
        return Json.write(answer);
    }
}
