package io.wanqu.connectors.wechatshop;

import io.wanqu.connector.ChannelAccount.App;
import io.wanqu.connector.PushAnswer;
import io.wanqu.connector.PushAnswer.Accepted;
import io.wanqu.connector.PushAnswer.Refused;
import io.wanqu.connector.PushAnswer.Reply;
import io.wanqu.connector.PushNotice;
import io.wanqu.connector.PushRequest;
import io.wanqu.connectors.wire.Digests;
import io.wanqu.connectors.wire.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Believes what is signed with our token, sealed with our key, and meant for our application. */
final class Pushes {

    private static final String TEXT = "text/plain";
    private static final Reply THANKS = new Reply(200, TEXT, "success");
    private static final Reply NO = new Reply(403, TEXT, "refused");
    private static final String RECEIVER = "ToUserName";

    private final Sealing sealing;

    Pushes(App app) {
        sealing = new Sealing(app);
    }

    PushAnswer receive(PushRequest request) {
        return request.body().length == 0 ? echoed(request.query()) : message(request);
    }

    /** The platform makes sure that the address is ours: a question without a body, answered with its own word. */
    private PushAnswer echoed(Map<String, String> query) {
        var echo = query.get("echostr");
        if (echo == null || !sealing.signed(text(query, "signature"), text(query, "timestamp"), text(query, "nonce"))) {
            return new Refused("signature of the address check differs", NO);
        }
        return new Accepted(List.of(), new Reply(200, TEXT, echo));
    }

    private PushAnswer message(PushRequest request) {
        var query = request.query();
        var body = Json.readOrNull(request.text());
        var sealed = body == null ? "" : Json.text(body, "Encrypt");
        if (body == null || sealed.isEmpty()
            || !sealing.signed(text(query, "msg_signature"), text(query, "timestamp"), text(query, "nonce"), sealed)) {
            return new Refused("signature differs", NO);
        }
        var raw = sealing.opened(sealed);
        var message = raw == null ? null : Json.readOrNull(raw);
        if (raw == null || message == null || !Json.text(message, RECEIVER).equals(Json.text(body, RECEIVER))) {
            return new Refused("cannot be opened or is meant for another", NO);
        }
        return new Accepted(List.of(notice(message, raw)), THANKS);
    }

    /** Events have no number; a repeat has the same content to the letter. */
    private static PushNotice notice(JsonNode message, String raw) {
        var event = Json.text(message, "Event");
        return new PushNotice(Digests.sha1(raw), event.isEmpty() ? Json.text(message, "MsgType") : event, order(message), null, raw);
    }

    /** Each event has an object of its own name around what it tells. */
    private static @Nullable String order(JsonNode message) {
        for (var member : message) {
            var id = Json.textOrNull(member, Names.ORDER_ID);
            if (id != null) {
                return id;
            }
        }
        return null;
    }

    private static String text(Map<String, String> query, String name) {
        return query.getOrDefault(name, "");
    }
}
