package io.wanqu.connectors.pinduoduo;

import io.wanqu.connector.ChannelAccount;
import io.wanqu.connector.ConnectorException;
import io.wanqu.connector.PushNotice;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The shop's messages over a lasting connection, opened when first asked for and again after it broke, slower each time
 * it cannot be. What broke may have cost messages, so the host also reads orders by their changes.
 */
final class Messages {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final ChannelAccount account;
    private final Router router;
    private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
    private Duration wait = FIRST_WAIT;
    private long nextTryNanos = Long.MIN_VALUE;
    private boolean permitted;
    private boolean closed;
    private @Nullable Line line;

    Messages(ChannelAccount account, Router router) {
        this.account = account;
        this.router = router;
    }

    List<PushNotice> take(Duration atMost) {
        connected();
        var texts = new ArrayList<String>();
        try {
            var first = arrived.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
            if (first != null) {
                texts.add(first);
                arrived.drainTo(texts);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return texts.stream().flatMap(text -> Frames.notice(text).stream()).toList();
    }

    /** The platform knows a message by its number, so it may be acknowledged over another connection than it came. */
    void acknowledge(List<PushNotice> stored) {
        if (!stored.isEmpty()) {
            var current = connected();
            stored.forEach(notice -> current.send(Frames.acknowledgement(notice, millis())));
        }
    }

    private synchronized Line connected() {
        if (closed) {
            throw ConnectorException.refused("closed", "this session was closed");
        }
        var current = line;
        if (current != null && current.alive()) {
            return current;
        }
        if (nextTryNanos != Long.MIN_VALUE && System.nanoTime() - nextTryNanos < 0) {
            throw ConnectorException.unreachable("pinduoduo messages: not tried again yet", null);
        }
        try {
            permit();
            var opened = open();
            line = opened;
            wait = FIRST_WAIT;
            return opened;
        } catch (ConnectorException trouble) {
            nextTryNanos = System.nanoTime() + wait.toNanos();
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
            throw trouble;
        }
    }

    /** The shop's owner lets the application hear of these things. */
    private void permit() {
        if (!permitted) {
            router.result("pdd.pmc.user.permit", Map.of("topics", String.join(",", Facts.TOPICS)));
            permitted = true;
        }
    }

    private Line open() {
        var base = Facts.messages(account.app().more(Facts.MESSAGES).reveal());
        var address = URI.create(base + Signing.messagesPath(account.app(), millis()));
        var patience = account.host().answerTimeout();
        var opening = new Line(arrived, patience);
        try {
            var socket = account.host().http().newWebSocketBuilder().connectTimeout(patience)
                .buildAsync(address, opening).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            opening.opened(socket, this::millis);
            return opening;
        } catch (ExecutionException | TimeoutException e) {
            opening.end();
            // The cause may print the address, and the address can be used by whoever reads it.
            throw ConnectorException.unreachable("pinduoduo messages: " + e.getClass().getSimpleName(), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ConnectorException.unreachable("pinduoduo messages: interrupted", null);
        }
    }

    private long millis() {
        return account.host().clock().millis();
    }

    synchronized void close() {
        closed = true;
        var current = line;
        if (current != null) {
            current.end();
        }
    }
}
