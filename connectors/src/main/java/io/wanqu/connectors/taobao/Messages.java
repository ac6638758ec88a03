package io.wanqu.connectors.taobao;

import io.wanqu.connector.PushNotice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Messages that the platform keeps for the application, those of all its shops in one queue. */
final class Messages {

    private final Gateway gateway;

    Messages(Gateway gateway) {
        this.gateway = gateway;
    }

    /** The platform answers at once, so an empty queue is asked only once in the time to wait. */
    List<PushNotice> take(Duration wait) {
        var data = gateway.ownData("taobao.tmc.messages.consume",
            Map.of("quantity", String.valueOf(Facts.MESSAGES_AT_ONCE)));
        var found = Pages.rows(data, "messages", "tmc_message").reversed().stream().map(Messages::notice).toList();
        if (found.isEmpty()) {
            LockSupport.parkNanos(wait.toNanos());
        }
        return found;
    }

    void acknowledge(List<PushNotice> stored) {
        IntStream.iterate(0, from -> from < stored.size(), from -> from + Facts.CONFIRMED_AT_ONCE)
            .mapToObj(from -> stored.subList(from, Math.min(stored.size(), from + Facts.CONFIRMED_AT_ONCE)))
            .map(some -> some.stream().map(PushNotice::messageId).collect(Collectors.joining(",")))
            .forEach(ids -> gateway.ownData("taobao.tmc.messages.confirm", Map.of("s_message_ids", ids)));
    }

    /** Content that cannot be read still makes a notice: its raw text is worth keeping. */
    private static PushNotice notice(JsonNode message) {
        var raw = message.path("content").asString("");
        var content = Json.read(raw);
        return new PushNotice(message.path("id").asString(""), message.path("topic").asString(""),
            content == null ? null : Values.textOrNull(content, "tid"), Values.textOrNull(message, "user_id"), raw);
    }
}
