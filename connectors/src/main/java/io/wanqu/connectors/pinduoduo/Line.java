package io.wanqu.connectors.pinduoduo;

import io.wanqu.connector.ConnectorException;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One connection from its opening to its end: it collects texts, sends some, and keeps its heart beating. */
final class Line implements WebSocket.Listener {

    private final Queue<String> arrived;
    private final Duration patience;
    private final StringBuilder parts = new StringBuilder();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable WebSocket socket;
    private volatile long heardNanos = System.nanoTime();

    Line(Queue<String> arrived, Duration patience) {
        this.arrived = arrived;
        this.patience = patience;
    }

    void opened(WebSocket opened, LongSupplier millis) {
        socket = opened;
        Thread.ofVirtual().name("pinduoduo-heartbeat").start(() -> beat(millis));
    }

    private void beat(LongSupplier millis) {
        try {
            while (!ended.await(Facts.HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                if (System.nanoTime() - heardNanos > Facts.SILENCE_MAX.toNanos()) {
                    end();
                } else {
                    send(Frames.heartbeat(millis.getAsLong()));
                }
            }
        } catch (ConnectorException e) {
            end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end();
        }
    }

    boolean alive() {
        var current = socket;
        return ended.getCount() > 0 && current != null && !current.isOutputClosed();
    }

    /** One text at a time: the socket takes no second one before the first is on its way. */
    synchronized void send(String text) {
        var current = socket;
        if (current == null || !alive()) {
            throw ConnectorException.unreachable("pinduoduo messages: the connection is closed", null);
        }
        try {
            current.sendText(text, true).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            end();
            throw ConnectorException.unreachable("pinduoduo messages: " + e.getClass().getSimpleName(), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ConnectorException.unreachable("pinduoduo messages: interrupted", null);
        }
    }

    void end() {
        ended.countDown();
        var current = socket;
        if (current != null) {
            current.abort();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        heardNanos = System.nanoTime();
        parts.append(data);
        if (last) {
            arrived.add(parts.toString());
            parts.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
        ended.countDown();
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        ended.countDown();
    }
}
