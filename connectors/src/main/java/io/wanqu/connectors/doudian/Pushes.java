package io.wanqu.connectors.doudian;

import io.wanqu.connector.ChannelAccount.App;
import io.wanqu.connector.PushAnswer;
import io.wanqu.connector.PushAnswer.Accepted;
import io.wanqu.connector.PushAnswer.Refused;
import io.wanqu.connector.PushAnswer.Reply;
import io.wanqu.connector.PushNotice;
import io.wanqu.connector.PushRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Believes a message only by its signature, and reads no more of it than which order to look up. */
final class Pushes {

    private static final String JSON = "application/json";
    private static final Reply THANKS = new Reply(200, JSON, "{\"code\":0,\"msg\":\"success\"}");
    private static final Reply NO = new Reply(403, JSON, "{\"code\":1,\"msg\":\"refused\"}");

    private final App app;

    Pushes(App app) {
        this.app = app;
    }

    PushAnswer receive(PushRequest request) {
        var appId = request.header("app-id");
        if (appId != null && !appId.equals(app.key())) {
            return new Refused("meant for another application", NO);
        }
        var sign = request.header("event-sign");
        if (sign == null || !Signing.verifiesPush(app, request.body(), sign)) {
            return new Refused("signature differs", NO);
        }
        try {
            return new Accepted(notices(ParamJson.read(request.text())), THANKS);
        } catch (JacksonException e) {
            return new Refused("genuine but not JSON", NO);
        }
    }

    private static List<PushNotice> notices(JsonNode array) {
        var notices = new ArrayList<PushNotice>();
        for (var element : array) {
            var inside = element.path("data");
            var raw = inside.isString() ? inside.asString("") : inside.toString();
            notices.add(notice(element, raw));
        }
        return notices;
    }

    /** Data that cannot be read still makes a notice: its raw text is worth keeping. */
    private static PushNotice notice(JsonNode element, String raw) {
        var topic = element.path("tag").asString("");
        var data = topic.equals(Facts.TEST_TOPIC) ? null : readable(raw);
        return new PushNotice(element.path("msg_id").asString(""), topic,
            text(data, "p_id"), text(data, "shop_id"), raw);
    }

    private static @Nullable JsonNode readable(String raw) {
        try {
            return ParamJson.read(raw);
        } catch (JacksonException e) {
            return null;
        }
    }

    private static @Nullable String text(@Nullable JsonNode data, String name) {
        var text = data == null ? "" : data.path(name).asString("");
        return text.isEmpty() ? null : text;
    }
}
