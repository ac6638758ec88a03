package io.wanqu.connectors.xianyu;

import io.wanqu.connector.ChannelAccount.App;
import io.wanqu.connector.PushAnswer;
import io.wanqu.connector.PushAnswer.Accepted;
import io.wanqu.connector.PushAnswer.Refused;
import io.wanqu.connector.PushAnswer.Reply;
import io.wanqu.connector.PushNotice;
import io.wanqu.connector.PushRequest;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Believes a message only by its signature, and reads no more of it than which order to look up. */
final class Pushes {

    private static final String JSON = "application/json";
    private static final Reply THANKS = new Reply(200, JSON, "{\"result\":\"success\",\"msg\":\"OK\"}");
    private static final Reply NO = new Reply(403, JSON, "{\"result\":\"fail\",\"msg\":\"refused\"}");

    private final App app;

    Pushes(App app) {
        this.app = app;
    }

    PushAnswer receive(PushRequest request) {
        var sign = request.query().getOrDefault("sign", "");
        var timestamp = request.query().getOrDefault("timestamp", "");
        if (!Signing.same(Signing.open(app, request.body(), timestamp), sign)) {
            return new Refused("signature differs", NO);
        }
        var body = Json.read(request.text());
        return body == null || !body.isObject() ? new Refused("genuine but no object", NO)
            : new Accepted(List.of(notice(body, request.text())), THANKS);
    }

    /** The message has no number of its own: what changed and when tells a repeat. */
    private static PushNotice notice(JsonNode body, String raw) {
        var order = Json.textOrNull(body, "order_no");
        var status = body.path("order_status").asString("");
        var id = String.join(":", order == null ? "" : order, status, body.path("refund_status").asString(""),
            body.path("modify_time").asString(""));
        return new PushNotice(id, status, order, Json.textOrNull(body, "seller_id"), raw);
    }
}
