package io.wanqu.simulators.wire;

import io.wanqu.simulators.Json;
import io.wanqu.simulators.wire.PushSender.Message;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What may happen to messages on their way: lost, doubled, turned around, late. */
public final class Fates implements AutoCloseable {

    private final PushSender sender;
    private final AtomicLong lost = new AtomicLong();
    private final Deque<Message> held = new ArrayDeque<>();
    private @Nullable Message last;
    private int toLose;
    private int toDouble;
    private int toHold;
    private Duration delay = Duration.ZERO;
    private @Nullable URI instead;

    public Fates(PushSender sender) {
        this.sender = sender;
    }

    public synchronized void send(Message wished) {
        var message = directed(wished);
        last = message;
        if (toLose > 0) {
            toLose--;
            lost.incrementAndGet();
        } else if (toHold > 0) {
            held.push(message);
            toHold--;
            if (toHold == 0) {
                release();
            }
        } else {
            dispatch(message);
        }
    }

    /** Sends once and tells the status of the answer. */
    public int probe(Message message) {
        return sender.probe(directed(message));
    }

    private synchronized Message directed(Message message) {
        return instead == null ? message : new Message(instead.resolve(message.target().getPath()), message.headers(), message.body());
    }

    /** The newest message, byte for byte, once more; the status of the answer. */
    public int replay() {
        Message again;
        synchronized (this) {
            again = last;
        }
        if (again == null) {
            throw new IllegalArgumentException("nothing was sent yet");
        }
        return sender.probe(again);
    }

    /** Reads {@code lose}, {@code duplicate}, {@code reorder}, {@code delayMillis}, {@code flush} and {@code host}; answers with the counts. */
    public synchronized ObjectNode pull(JsonNode body) {
        number(body, "lose", count -> toLose = count);
        number(body, "duplicate", count -> toDouble = count);
        number(body, "reorder", count -> toHold = count);
        number(body, "delayMillis", millis -> delay = Duration.ofMillis(millis));
        if (body.has("host")) {
            instead = body.path("host").asString("").isEmpty() ? null : URI.create(body.path("host").asString(""));
        }
        if (body.path("flush").asBoolean(false)) {
            toHold = 0;
            release();
        }
        return counts();
    }

    public ObjectNode counts() {
        return Json.object()
            .put("attempts", sender.attempts())
            .put("acknowledged", sender.acknowledged())
            .put("givenUp", sender.givenUp())
            .put("lost", lost.get());
    }

    private static void number(JsonNode body, String name, IntConsumer use) {
        if (body.has(name)) {
            use.accept(body.path(name).asInt(0));
        }
    }

    /** Last in, first out. */
    private void release() {
        sender.sendInTurn(List.copyOf(held), delay);
        held.clear();
    }

    private void dispatch(Message message) {
        var copies = toDouble > 0 ? 2 : 1;
        toDouble = Math.max(0, toDouble - 1);
        for (var copy = 0; copy < copies; copy++) {
            if (delay.isZero()) {
                sender.sendNow(message);
            } else {
                sender.send(message, delay);
            }
        }
    }

    @Override
    public void close() {
        sender.close();
    }
}
