package io.wanqu.connectors.xiaohongshu;

import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.PushAnswer;
import io.wanqu.connector.PushAnswer.Accepted;
import io.wanqu.connector.PushAnswer.Refused;
import io.wanqu.connector.PushAnswer.Reply;
import io.wanqu.connector.PushNotice;
import io.wanqu.connector.PushRequest;
import io.wanqu.connectors.wire.Digests;
import io.wanqu.connectors.wire.Json;
import java.util.ArrayList;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads hints. Nothing proves where a push comes from: its signature is known from software of others only and leaves
 * the body out. So a push names an order to read again and no more, and the body counts for nothing. What is plainly not
 * meant for this shop is refused; where the account names the path that the platform calls, the signature is checked.
 */
final class Pushes {

    /** Name of an account field, which may stay empty. */
    static final String PATH = "pushPath";

    private static final String JSON = "application/json";
    private static final Reply THANKS = new Reply(200, JSON, "{\"success\":true,\"error_code\":0,\"error_msg\":\"\"}");
    private static final Reply NO = new Reply(403, JSON, "{\"success\":false,\"error_code\":1001,\"error_msg\":\"refused\"}");

    private final ChannelAccount account;

    Pushes(ChannelAccount account) {
        this.account = account;
    }

    PushAnswer receive(PushRequest request) {
        var appKey = request.header("app-key");
        if (appKey == null || !Digests.exactly(account.app().key(), appKey)) {
            return new Refused("meant for another application", NO);
        }
        if (!signed(request)) {
            return new Refused("signature differs", NO);
        }
        var array = Json.readOrNull(request.text());
        if (array == null || !array.isArray() || array.isEmpty()) {
            return new Refused("not a list of messages", NO);
        }
        var notices = new ArrayList<PushNotice>();
        for (var element : array) {
            var notice = notice(element);
            if (notice == null) {
                return new Refused("not a message of this shop", NO);
            }
            notices.add(notice);
        }
        return new Accepted(notices, THANKS);
    }

    private boolean signed(PushRequest request) {
        var path = account.app().more(PATH).reveal();
        var sign = request.header("sign");
        var timestamp = request.header("timestamp");
        if (path.isEmpty()) {
            return true;
        }
        if (sign == null || timestamp == null) {
            return false;
        }
        var parameters = new HashMap<>(request.query());
        parameters.put("app-key", account.app().key());
        parameters.put("timestamp", timestamp);
        return Digests.same(Signing.push(account.app(), path, parameters), sign);
    }

    /** The platform gives a message no number, so the content is what a repeat is known by. */
    private @Nullable PushNotice notice(JsonNode element) {
        var tag = Json.text(element, "msgTag");
        var seller = Json.text(element, "sellerId");
        var raw = Json.text(element, "data");
        var data = Json.readOrNull(raw);
        if (tag.isEmpty() || data == null || !data.isObject() || !seller.equals(account.shopId())) {
            return null;
        }
        return new PushNotice(Digests.md5(tag + seller + raw), tag, Json.textOrNull(data, "orderId"), seller, raw);
    }
}
