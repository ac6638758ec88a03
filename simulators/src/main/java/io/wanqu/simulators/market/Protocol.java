package io.wanqu.simulators.market;

import io.wanqu.simulators.Answer;
import io.wanqu.simulators.Request;
import io.wanqu.simulators.wire.Carrier;
import io.wanqu.simulators.wire.Message;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What is a marketplace's own: how it is asked, how it answers, and how it words its messages. */
public interface Protocol extends AutoCloseable {

    /** Answers a call of a seller's software; the path is what follows the marketplace's name. */
    Answer serve(Request request);

    /** How this platform's messages travel. */
    Carrier carrier();

    /** The messages that tell the seller of the news; none when this platform keeps it to itself. */
    List<Message> tell(News news);

    /** A well-formed message with a wrong signature, claiming that the order was paid. */
    default Message forge(App app, long orderId) {
        throw new IllegalArgumentException("nobody can forge a message here");
    }

    /** What the platform does of itself after something happened and was told. */
    default void react(News news) {
    }

    /** What a new application gets beside key and secret, by the platform's own names. */
    default Map<String, String> extras() {
        return Map.of();
    }

    /** A control that only this marketplace has. */
    default JsonNode pull(String path, JsonNode body) {
        throw new IllegalArgumentException("no control " + path);
    }

    /** A sight that only this marketplace has. */
    default JsonNode look(Request request) {
        throw new IllegalArgumentException("nothing to see at " + request.path());
    }

    @Override
    default void close() {
    }
}
